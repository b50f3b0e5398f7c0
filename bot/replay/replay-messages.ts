import type { KnowledgePack } from '../../domain/index.ts'
import { chat, type Reply } from './chat.ts'
import { countFirst, countSecond, type FirstFigures, type Replayed, type SecondFigures } from './figures.ts'
import { type MeantNeed, secondMessage } from './second-message.ts'

export interface ReplayInput {
  pack: KnowledgePack
  messages: { text: string; label: string }[]
  oosLabel: string
  /** The server, without a slash at the end. */
  url: string
  /** Makes the client's ids: new for each run, so that a second replay is not taken for a resend. */
  newId(): string
  /** Whether customers say one thing more to what they are not answered (see `secondMessage`). */
  follow: boolean
  onProgress(done: number): void
}

export type ReplayFigures = FirstFigures & { second?: SecondFigures }

/** Customers who chat at the same time. */
const AT_ONCE = 8

/** Sends every message as its own customer to a running server, and counts what became of them. */
export async function replayMessages(input: ReplayInput): Promise<ReplayFigures> {
  const { url, newId, oosLabel } = input
  const truth = needsByLabel(input.pack)
  const titles = new Set([...truth.values()].flatMap((need) => [...need.titles]))
  const replayed: Replayed[] = []
  const waiting = input.messages.values()
  const customer = async () => {
    for (const { text, label } of waiting) {
      const inScope = label !== oosLabel
      const meant = inScope ? truth.get(label) : undefined
      const goOn = input.follow ? (reply: Reply) => secondMessage(reply, meant) : undefined
      const exchange = await chat(url, text, newId, goOn)
      replayed.push({ exchange, inScope, ...(meant && { meant }) })
      input.onProgress(replayed.length / input.messages.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, customer))
  return { ...countFirst(replayed, titles), ...(input.follow && { second: countSecond(replayed) }) }
}

/** Labels that the pack has no need for: whatever the bot answers to their messages counts as wrong. */
export function labelsWithoutNeed({
  pack,
  messages,
  oosLabel,
}: Pick<ReplayInput, 'pack' | 'messages' | 'oosLabel'>): string[] {
  const known = needsByLabel(pack)
  return [...new Set(messages.map(({ label }) => label))].filter((label) => label !== oosLabel && !known.has(label))
}

/** An imported need remembers the label it came from; a need written by hand is its own label. */
function needsByLabel(pack: KnowledgePack): Map<string, MeantNeed> {
  return new Map(
    pack.needs.map((need) => [
      need.label ?? need.name,
      { name: need.name, titles: new Set(Object.values(need.title)) },
    ]),
  )
}
