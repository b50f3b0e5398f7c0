import { Command } from 'commander'
import { LANGUAGES, type Language } from '../../../domain/index.ts'
import { findPersonalData, PERSONAL_KINDS, redact } from '../../../nlp/index.ts'
import { markdown } from '../nlu/table.ts'
import { isCovered, type MarkedMessage, readMarkedMessages } from './marked-messages.ts'

const PARTS = { all: () => true, 'held out': ({ heldOut }: MarkedMessage) => heldOut }
type Part = keyof typeof PARTS
const SPEED_ROUNDS = 5

interface Share {
  of: number
  reached: number
}

/** What the bench says of one part of the corpus in one language. */
interface Figures {
  language: Language
  part: Part
  /** Pieces that are wholly hidden. */
  recall: Record<string, Share>
  /** Messages without personal data that were changed nevertheless. */
  changedClean: Share
}

export function privacyBenchCommand(): Command {
  return new Command('privacy')
    .description('personal data in 500 written messages: what is hidden, and what is hidden in vain')
    .option('--json', 'print one JSON object as the last line')
    .action(({ json }: { json?: true }) => {
      const messages = LANGUAGES.flatMap(readMarkedMessages)
      const figures = (Object.keys(PARTS) as Part[]).flatMap((part) =>
        LANGUAGES.map((language) => judge(messages, language, part)),
      )
      const rows = ['structured', 'names', ...PERSONAL_KINDS.filter((kind) => kind !== 'person')]
      console.log(
        markdown(
          ['wholly hidden', ...figures.map(({ language, part }) => `${language}, ${part}`)],
          [
            ...rows.map((row) => [row, ...figures.map(({ recall }) => shown(recall[row] as Share))]),
            ['clean messages changed', ...figures.map(({ changedClean }) => shown(changedClean))],
          ],
        ),
      )
      const messagesPerSecond = Math.round(speed(messages))
      console.log(`\n${messagesPerSecond.toLocaleString('en')} messages a second.`)
      if (json) console.log(JSON.stringify({ messages: messages.length, messagesPerSecond, figures }))
    })
}

function judge(messages: readonly MarkedMessage[], language: Language, part: Part): Figures {
  const judged = messages
    .filter((message) => message.language === language && PARTS[part](message))
    .map((message) => ({ ...message, found: findPersonalData(message.text) }))
  const pieces = judged.flatMap(({ text, spans, found }) =>
    spans.map((span) => ({ kind: span.kind, covered: isCovered(text, span, found) })),
  )
  const share = (kept: typeof pieces): Share => ({
    of: kept.length,
    reached: kept.filter(({ covered }) => covered).length,
  })
  const clean = judged.filter(({ spans }) => spans.length === 0)
  return {
    language,
    part,
    recall: {
      structured: share(pieces.filter(({ kind }) => kind !== 'person')),
      names: share(pieces.filter(({ kind }) => kind === 'person')),
      ...Object.fromEntries(PERSONAL_KINDS.map((kind) => [kind, share(pieces.filter((piece) => piece.kind === kind))])),
    },
    changedClean: { of: clean.length, reached: clean.filter(({ found }) => found.length > 0).length },
  }
}

/** Messages redacted per second. */
function speed(messages: readonly MarkedMessage[]): number {
  const startedAt = performance.now()
  for (let round = 0; round < SPEED_ROUNDS; round++) for (const { text, language } of messages) redact(text, language)
  return (1000 * SPEED_ROUNDS * messages.length) / (performance.now() - startedAt)
}

function shown({ of, reached }: Share): string {
  return of === 0 ? '-' : `${((100 * reached) / of).toFixed(1)} % (${reached} of ${of})`
}
