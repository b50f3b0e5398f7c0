import type { KnowledgePack } from '../../domain/index.ts'
import { chatOnce, type Exchange } from './chat-once.ts'

export interface ReplayInput {
  pack: KnowledgePack
  messages: { text: string; label: string }[]
  oosLabel: string
  /** The server, without a slash at the end. */
  url: string
  /** Makes the client's ids: new for each run, so that a second replay is not taken for a resend. */
  newId(): string
  onProgress(done: number): void
}

/** Counts of messages, except `latencyMs`. A clarification or question `withTruth` names the need that was meant. */
export interface ReplayFigures {
  messages: number
  answered: number
  clarified: number
  escalated: number
  answeredRight: number
  answeredWrong: number
  clarifiedWithTruth: number
  inScope: number
  inScopeAnswered: number
  outOfScope: number
  outOfScopeAnswered: number
  latencyMs: { p50: number; p99: number }
  lost: number
  duplicated: number
}

/** Customers who chat at the same time. */
const AT_ONCE = 8

/** Sends every message as its own customer to a running server, and counts what became of them. */
export async function replayMessages(input: ReplayInput): Promise<ReplayFigures> {
  const truth = needsByLabel(input.pack)
  const exchanges: { exchange: Exchange; label: string }[] = []
  const waiting = input.messages.values()
  const customer = async () => {
    for (const { text, label } of waiting) {
      exchanges.push({ exchange: await chatOnce(input.url, text, input.newId()), label })
      input.onProgress(exchanges.length / input.messages.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, customer))
  return count(exchanges, truth, input.oosLabel)
}

function count(
  exchanges: { exchange: Exchange; label: string }[],
  truth: Map<string, { name: string; titles: Set<string> }>,
  oosLabel: string,
): ReplayFigures {
  const judged = exchanges.map(({ exchange, label }) => {
    const meant = label === oosLabel ? undefined : truth.get(label)
    const { reply } = exchange
    const answered = reply?.kind === 'answer' || reply?.kind === 'text'
    const clarified = reply?.kind === 'clarification' || reply?.kind === 'question'
    const named = meant !== undefined && reply?.need === meant.name
    return {
      inScope: label !== oosLabel,
      answered,
      clarified,
      escalated: reply?.kind === 'handover',
      right: answered && named,
      withTruth: clarified && (named || (reply?.options.some((title) => meant?.titles.has(title)) ?? false)),
    }
  })
  const many = (test: (one: (typeof judged)[number]) => boolean) => judged.filter(test).length
  const latencies = exchanges.map(({ exchange }) => exchange.latencyMs).sort((a, b) => a - b)
  return {
    messages: exchanges.length,
    answered: many(({ answered }) => answered),
    clarified: many(({ clarified }) => clarified),
    escalated: many(({ escalated }) => escalated),
    answeredRight: many(({ right }) => right),
    answeredWrong: many(({ answered, right }) => answered && !right),
    clarifiedWithTruth: many(({ withTruth }) => withTruth),
    inScope: many(({ inScope }) => inScope),
    inScopeAnswered: many(({ inScope, answered }) => inScope && answered),
    outOfScope: many(({ inScope }) => !inScope),
    outOfScopeAnswered: many(({ inScope, answered }) => !inScope && answered),
    latencyMs: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
    lost: exchanges.filter(({ exchange }) => exchange.lost || !exchange.reply).length,
    duplicated: exchanges.reduce((sum, { exchange }) => sum + exchange.duplicates, 0),
  }
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
function needsByLabel(pack: KnowledgePack): Map<string, { name: string; titles: Set<string> }> {
  return new Map(
    pack.needs.map((need) => [
      need.label ?? need.name,
      { name: need.name, titles: new Set(Object.values(need.title)) },
    ]),
  )
}

/** Nearest-rank quantile of sorted values, rounded to 0.1; 0 when there are none. */
function quantile(sorted: number[], q: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? 0
  return Math.round(value * 10) / 10
}
