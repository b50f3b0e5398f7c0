import type { Language } from '../../bot/http/api.ts'
import type { ApiProblem } from './api-client.ts'
import type { Dictionaries } from './language.ts'
import { en, type SharedWords } from './words/en.ts'
import { zh } from './words/zh.ts'

export const sharedWords: Dictionaries<SharedWords> = { en, zh }

/** What to tell the person: our own words by the code, the server's where we have none. */
export function problemWords(problem: ApiProblem, language: Language): string {
  const words = sharedWords[language]
  if (problem.code === 'CONVERSATION_TAKEN') {
    const { by } = problem.details
    return by === undefined ? words.takenBySomebody : words.taken(String(by))
  }
  if (problem.code === 'OFFERED_TO_OTHER') {
    const { by, seconds } = problem.details
    return words.offered(String(by), Number(seconds))
  }
  const known: Partial<Record<string, string>> = words.errors
  return known[problem.code] ?? problem.message
}
