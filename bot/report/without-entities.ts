import type { Entity, EntityType, Language } from '../../domain/index.ts'
import { ENTITY_WORDS } from '../help/index.ts'

/** What can tell who wrote it. */
const TELLING: readonly EntityType[] = ['orderNumber', 'email', 'phone', 'person', 'place']

/** The text with a word in brackets for whatever could tell who wrote it. */
export function withoutEntities(text: string, entities: readonly Entity[], language: Language): string {
  return [...entities]
    .sort((a, b) => b.start - a.start)
    .reduce((masked, { type, start, end }) => {
      if (!TELLING.includes(type)) return masked
      return `${masked.slice(0, start)}[${ENTITY_WORDS[type][language]}]${masked.slice(end)}`
    }, text)
}
