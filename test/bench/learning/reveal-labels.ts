import { loadLexicon } from '../../../bot/knowledge/index.ts'
import { classify, type IntentModel, orderByGain, trainIntentModel } from '../../../nlp/index.ts'
import { seededRandom, shuffle } from '../../../nlp/intent/random.ts'
import { type LabelledMessage, OUT_OF_SCOPE } from '../nlu/candidate.ts'

/** Who says which messages are labelled next. */
export const ORDERS = ['candor', 'random'] as const
export type Order = (typeof ORDERS)[number]

/** How good the model is after so many labels beyond the first ones. */
export interface CurvePoint {
  labels: number
  /** Share of the test messages read right, 0..1. */
  accuracy: number
}

export interface Revealed {
  /** Of the model trained on all labels, 0..1. */
  full: number
  /** Messages of which ten for each need are labelled from the beginning, and messages measured on. */
  messages: { train: number; test: number }
  curves: Record<Order, CurvePoint[]>
}

export const FIRST_PER_NEED = 10
export const BATCH = 100
/** Batches after which a model is trained and measured. Random order asks no model, and its curve is smooth: every third will do. */
const MEASURED_AFTER: Record<Order, number> = { candor: 1, random: 3 }
/** A curve ends with the batch that reaches this share of the full model's accuracy. */
export const GOAL = 0.95

/**
 * Trains on everything, then begins with ten labels for each need and reveals the others in batches, each order by itself,
 * with a model trained anew, until the goal is reached.
 * @param train shuffled; messages out of scope are left out, as in `test`
 */
export function revealLabels(
  train: readonly LabelledMessage[],
  test: readonly LabelledMessage[],
  seed: number,
  tell: (order: Order | 'full', point: CurvePoint) => void,
): Revealed {
  const lexicon = loadLexicon()
  const known = train.filter(isInScope)
  const measured = test.filter(isInScope)
  const learn = (messages: readonly LabelledMessage[]) =>
    trainIntentModel(
      { examples: messages.map(({ text, label }) => ({ text, need: label })), outOfScope: [] },
      { seed, lexicon },
    )
  const full = accuracyOf(learn(known), measured)
  tell('full', { labels: known.length, accuracy: full })
  const { first, others } = splitFirst(known)
  const initial = learn(first)

  const follow = (order: Order): CurvePoint[] => {
    const random = seededRandom(seed)
    let [model, pool, labelled] = [initial, others, first]
    const curve: CurvePoint[] = []
    const measure = () => {
      const point = { labels: labelled.length - first.length, accuracy: accuracyOf(model, measured) }
      curve.push(point)
      tell(order, point)
      return point.accuracy < GOAL * full
    }
    while (measure() && pool.length > 0) {
      for (let batches = 0; batches < MEASURED_AFTER[order]; batches++) {
        const batch = new Set(order === 'candor' ? takeByGain(model, pool) : takeAtRandom(pool, random))
        labelled = [...labelled, ...batch]
        pool = pool.filter((message) => !batch.has(message))
      }
      model = learn(labelled)
    }
    return curve
  }
  return {
    full,
    messages: { train: known.length, test: measured.length },
    curves: { candor: follow('candor'), random: follow('random') },
  }
}

function splitFirst(messages: readonly LabelledMessage[]): { first: LabelledMessage[]; others: LabelledMessage[] } {
  const taken = new Map<string, number>()
  const first: LabelledMessage[] = []
  const others: LabelledMessage[] = []
  for (const message of messages) {
    const before = taken.get(message.label) ?? 0
    taken.set(message.label, before + 1)
    if (before < FIRST_PER_NEED) first.push(message)
    else others.push(message)
  }
  return { first, others }
}

function takeByGain(model: IntentModel, pool: LabelledMessage[]): LabelledMessage[] {
  const messages = pool.map(({ text }, place) => ({ id: String(place), text }))
  return orderByGain(model, messages, BATCH).map(({ id }) => pool[Number(id)] as LabelledMessage)
}

function takeAtRandom(pool: LabelledMessage[], random: () => number): LabelledMessage[] {
  const drawn = [...pool]
  shuffle(drawn, random)
  return drawn.slice(0, BATCH)
}

function accuracyOf(model: IntentModel, messages: readonly LabelledMessage[]): number {
  return messages.filter(({ text, label }) => classify(model, text).needs[0]?.need === label).length / messages.length
}

function isInScope({ label }: LabelledMessage): boolean {
  return label !== OUT_OF_SCOPE
}
