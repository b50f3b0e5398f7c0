import type { CandorError, Language } from '../../../domain/index.ts'
import { WORDS } from './words.ts'

/** Why something could not be done, as an agent reads it in Teams; the catalogue's text where there are no own words. */
export function refusalWords({ code, message, details }: CandorError, language: Language): string {
  const words = WORDS[language]
  switch (code) {
    case 'CONVERSATION_TAKEN':
      return words.takenBy(String(details.by))
    case 'AGENT_FULL':
      return words.full(String(details.limit))
    case 'TRANSITION_REFUSED': {
      const refused: Partial<Record<string, string>> = words.refused
      return refused[String(details.owner)] ?? words.gone
    }
    default:
      return message.slice(code.length + 2)
  }
}
