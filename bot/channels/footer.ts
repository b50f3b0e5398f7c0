import type { Language, MessageBody } from '../../domain/index.ts'
import { PHRASES } from './phrases.ts'

/** An estimate is never certain, and 0.996 must not read as if it were. */
const SUREST_PERCENT = 99

/**
 * What tells a client which shows text only what was promised, and in one short line where an answer comes from, how sure the
 * bot is, and how to reach a person where no list and no handover says it.
 * @returns undefined where there is nothing of that to say
 */
export function footer(body: MessageBody, language: Language): string | undefined {
  const parts = [
    ...(body.kind === 'answer' ? [answerFooter(body, language)] : []),
    ...('offersPerson' in body && body.offersPerson && body.kind !== 'clarification'
      ? [PHRASES[language].wayToPerson]
      : []),
  ]
  const noted = 'noted' in body && body.noted !== undefined ? [body.noted] : []
  const lines = [...noted, ...(parts.length > 0 ? [parts.join(' · ')] : [])]
  return lines.length === 0 ? undefined : lines.join('\n\n')
}

/** Where an answer comes from and how sure the bot is. */
export function answerFooter(body: Extract<MessageBody, { kind: 'answer' }>, language: Language): string {
  const words = PHRASES[language]
  const sure = words.sure(Math.min(SUREST_PERCENT, Math.round(body.confidence * 100)))
  return body.source ? `${words.source(body.source.title)} · ${sure}` : sure
}
