import type { IntentModel } from '../intent/model.ts'
import { normalizeText } from '../language/normalize.ts'
import { findAlike } from './alike.ts'
import { type Belief, readBelief } from './belief.ts'
import { coverInTurn } from './cover-in-turn.ts'

/** A message that could be labelled. */
export interface Unlabelled {
  id: string
  text: string
  /** How much it counts, above 0; 1 unless told. A customer who writes much must not fill the list. */
  weight?: number
}

/** What a label would probably teach, each part 0..1. */
export interface ExpectedGain {
  id: string
  /** How little the model knows of what it means. */
  uncertainty: number
  /** How many other messages are like it: n of them make n / (1 + n). */
  density: number
  /** How unlike it is to those that stand before it. */
  diversity: number
}

/** Messages of equal words, which are one here. */
interface Saying {
  normal: string
  /** Ascending. */
  ids: string[]
  /** Of all together. */
  weight: number
  belief: Belief
}

/** Sayings that are compared with one another at a time: time grows with the square of it. */
const COMPARED = 1000

/**
 * The messages in the order in which labels teach the model most, with why. The same messages give the same order, however
 * they come.
 *
 * How: a label takes away uncertainty, of its message and in part of those like it. The next one is always the message
 * whose label takes away most of what those before it have left, so that uncertain, typical and varied ones come first
 * (greedy choice for a facility location function, Wei, Iyer and Bilmes 2015, "Submodularity in Data Subset Selection and
 * Active Learning").
 *
 * Bounds: the 1,000 that are most uncertain, by their weight, are ordered so, then the next 1,000, and so on. What only
 * repeats the words of another message stands at the end.
 * @param limit so many at most; all unless told
 */
export function orderByGain(
  model: IntentModel,
  messages: readonly Unlabelled[],
  limit = messages.length,
): ExpectedGain[] {
  const sayings = collectSayings(model, messages)
  const ordered: { saying: Saying; gain: ExpectedGain }[] = []
  for (let from = 0; from < sayings.length && ordered.length < limit; from += COMPARED) {
    ordered.push(...orderSayings(sayings.slice(from, from + COMPARED), model, limit - ordered.length))
  }
  const repeated = ordered.flatMap(({ saying, gain }) =>
    saying.ids.slice(1).map((id): ExpectedGain => ({ ...gain, id, diversity: 0 })),
  )
  return [...ordered.map(({ gain }) => gain), ...repeated].slice(0, limit)
}

function orderSayings(sayings: Saying[], model: IntentModel, limit: number) {
  const alike = findAlike(sayings, model.reader.meaning?.lexicon)
  return coverInTurn(alike, sayings.map(worthOf), limit).map(({ row, covered }) => {
    const saying = sayings[row] as Saying
    const { ids, weight, belief } = saying
    const same = weight * (1 - 1 / ids.length)
    const others = (alike[row] ?? []).reduce(
      (sum, { row: other, likeness }) => sum + likeness * (sayings[other]?.weight ?? 0),
      same,
    )
    const gain: ExpectedGain = {
      id: ids[0] as string,
      uncertainty: belief.uncertainty,
      density: others / (1 + others),
      diversity: 1 - covered,
    }
    return { saying, gain }
  })
}

/** Those with most to gain first; the words decide between equals. */
function collectSayings(model: IntentModel, messages: readonly Unlabelled[]): Saying[] {
  const sayings = new Map<string, Saying>()
  for (const { id, text, weight = 1 } of [...messages].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const normal = normalizeText(text)
    const saying = sayings.get(normal)
    if (saying === undefined) sayings.set(normal, { normal, ids: [id], weight, belief: readBelief(model, text) })
    else {
      saying.ids.push(id)
      saying.weight += weight
    }
  }
  return [...sayings.values()].sort((a, b) => worthOf(b) - worthOf(a) || (a.normal < b.normal ? -1 : 1))
}

/** What there is to gain at all. */
function worthOf({ belief, weight }: Saying): number {
  return belief.uncertainty * weight
}
