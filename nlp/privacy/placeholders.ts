import { LANGUAGES, type Language } from '../../domain/index.ts'
import type { PersonalKind } from './span.ts'

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

/** What stands for personal data, such as `[name]`. */
export function placeholder(kind: PersonalKind, language: Language): string {
  return `[${WORDS[language][kind]}]`
}

const PLACEHOLDERS = new RegExp(
  LANGUAGES.flatMap((language) => Object.values(WORDS[language]))
    .map((word) => `\\[${word}\\]`)
    .join('|'),
  'g',
)

/** A redacted text as it is learnt from: what stands for personal data teaches nothing. */
export function withoutPlaceholders(redacted: string): string {
  return redacted.replace(PLACEHOLDERS, ' ').replace(/\s+/g, ' ').trim()
}

/** The text, every placeholder as so many characters that belong to no word: every other character keeps its place. */
export function hidePlaceholders(text: string): string {
  return text.replace(PLACEHOLDERS, (found) => '\ufffc'.repeat(found.length))
}
