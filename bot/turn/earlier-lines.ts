import { type Message, MINUTE_MS } from '../../domain/index.ts'
import type { DialogueTurn } from '../../nlp/index.ts'

/** How far back a turn looks: what was said before that says little about now. */
export const EARLIER_MESSAGES = 20

/** A message before the one in hand, as it was recorded. */
export type EarlierMessage = Pick<Message, 'seq' | 'from' | 'at' | 'text' | 'body'>

/** Of each line: what a longer one says of its teller's mood stands at its start, and twenty long ones would take long. */
const READ_OF_A_LINE = 600

const NOBODYS_WORDS = new Set<EarlierMessage['body']['kind']>(['survey-response', 'promise-response', 'file'])

/** What was said before, and now, as the text model reads it. Notices, answers to what was asked for the record, and names of files are nobody's words. */
export function dialogueOf(earlier: readonly EarlierMessage[], text: string): DialogueTurn[] {
  const said = earlier.flatMap(({ from, text, body }): DialogueTurn[] => {
    if (from === 'system' || NOBODYS_WORDS.has(body.kind)) return []
    return [lineOf(from === 'customer' ? 'customer' : 'business', text)]
  })
  return [...said, lineOf('customer', text)]
}

function lineOf(from: DialogueTurn['from'], text: string): DialogueTurn {
  return { from, text: text.slice(0, READ_OF_A_LINE).toWellFormed() }
}

/** Minutes from the last message of the bot or an agent to `now`; undefined when there is none. */
export function minutesSinceCompany(messages: readonly EarlierMessage[], now: number): number | undefined {
  const last = messages.findLast(({ from }) => from === 'bot' || from === 'agent')
  return last && Math.max(0, now - last.at) / MINUTE_MS
}
