import type { Language } from '../../domain/index.ts'
import { findEntities } from '../entities/find-entities.ts'

export const PERSONAL_KINDS = ['person', 'phone', 'email', 'address', 'order', 'card', 'id'] as const
/** What can tell who wrote a message: a name, a phone, an e-mail, an address, the number of an order, a card, a document. */
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** A piece of personal data: UTF-16 offsets into the text. */
export interface PersonalSpan {
  kind: PersonalKind
  start: number
  end: number
}

const KIND_OF_ENTITY: Partial<Record<string, PersonalKind>> = {
  person: 'person',
  place: 'address',
  phone: 'phone',
  email: 'email',
  orderNumber: 'order',
}

const WORDS: Record<Language, Record<PersonalKind, string>> = {
  en: {
    person: 'name',
    phone: 'phone',
    email: 'e-mail',
    address: 'address',
    order: 'order number',
    card: 'card number',
    id: 'ID number',
  },
  zh: {
    person: '姓名',
    phone: '电话',
    email: '邮箱',
    address: '地址',
    order: '订单号',
    card: '卡号',
    id: '证件号',
  },
}

/** Personal data in a message, in order, without overlaps. Errs towards too much. */
export function findPersonalData(text: string): PersonalSpan[] {
  // Days do not matter here.
  return findEntities(text, { now: 0, timeZone: 'utc' }).flatMap(({ type, start, end }) => {
    const kind = KIND_OF_ENTITY[type]
    return kind ? [{ kind, start, end }] : []
  })
}

/** The text with a word in brackets, such as `[name]`, for every piece of personal data. */
export function redact(text: string, language: Language): string {
  return findPersonalData(text).reduceRight(
    (masked, { kind, start, end }) => `${masked.slice(0, start)}[${WORDS[language][kind]}]${masked.slice(end)}`,
    text,
  )
}

const PLACEHOLDERS = new RegExp(
  Object.values(WORDS)
    .flatMap((words) => Object.values(words))
    .map((word) => `\\[${word}\\]`)
    .join('|'),
  'g',
)

/** A redacted text as it is learnt from: what stands for personal data teaches nothing. */
export function withoutPlaceholders(redacted: string): string {
  return redacted.replace(PLACEHOLDERS, ' ').replace(/\s+/g, ' ').trim()
}
