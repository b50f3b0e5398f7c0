import type { CandorError, Language } from '../../../domain/index.ts'
import { WORDS } from './words.ts'

/** Why something could not be done, as an agent reads it in Teams; the catalogue's text where there are no own words. */
export function refusalWords({ code, message, details }: CandorError, language: Language): string {
  const words = WORDS[language]
  const { by, limit, seconds, owner } = details
  const refused: Partial<Record<string, string>> = words.refused
  const known: Partial<Record<string, string>> = {
    CONVERSATION_TAKEN: words.takenBy(String(by)),
    OFFERED_TO_OTHER: words.offeredTo(String(by), String(seconds)),
    AGENT_FULL: words.full(String(limit)),
    TEXT_TOO_LONG: words.tooLong(String(limit)),
    TRANSITION_REFUSED: refused[String(owner)] ?? words.gone,
  }
  return known[code] ?? message.slice(code.length + 2)
}
