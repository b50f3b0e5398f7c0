import type { Language, MessageBody } from '../../domain/index.ts'
import { PHRASES } from './phrases.ts'

/** An estimate is never certain, and 0.996 must not read as if it were. */
const SUREST_PERCENT = 99

/**
 * One short line that tells a client which shows text only where an answer comes from and how sure the bot is.
 * @returns undefined for everything that is not an answer
 */
export function answerFooter(body: MessageBody, language: Language): string | undefined {
  if (body.kind !== 'answer') return undefined
  const words = PHRASES[language]
  const sure = words.sure(Math.min(SUREST_PERCENT, Math.round(body.confidence * 100)))
  return body.source ? `${words.source(body.source.title)} · ${sure}` : sure
}
