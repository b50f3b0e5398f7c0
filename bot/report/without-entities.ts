import type { Entity, EntityType, Language } from '../../domain/index.ts'

/** What can tell who wrote it. */
const STANDS_FOR: Partial<Record<EntityType, Record<Language, string>>> = {
  orderNumber: { en: 'order number', zh: '订单号' },
  email: { en: 'e-mail', zh: '邮箱' },
  phone: { en: 'phone', zh: '电话' },
  person: { en: 'name', zh: '姓名' },
  place: { en: 'place', zh: '地点' },
}

/** The text with a word in brackets for whatever could tell who wrote it. */
export function withoutEntities(text: string, entities: readonly Entity[], language: Language): string {
  return [...entities]
    .sort((a, b) => b.start - a.start)
    .reduce((masked, { type, start, end }) => {
      const word = STANDS_FOR[type]?.[language]
      return word === undefined ? masked : `${masked.slice(0, start)}[${word}]${masked.slice(end)}`
    }, text)
}
