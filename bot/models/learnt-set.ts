import { type Candidate, type KnowledgePack, LANGUAGES, type Language, type Need } from '../../domain/index.ts'
import { type LabelledMessage, type TrainingSet, withoutPlaceholders } from '../../nlp/index.ts'
import type { CandidateWithSightings } from '../../store/index.ts'
import { exampleKey, trainingSetOf } from '../knowledge/index.ts'
import { FEWEST_TO_SPARE, isOfSuite } from './suite.ts'

/** An accepted candidate, as it is learnt from or judged by. */
export interface AcceptedMessage extends LabelledMessage {
  id: string
  use: ReturnType<typeof useOf>
  /**
   * Models may be judged by it. One that came up only because its answer was rated low may not: it was chosen because a
   * model misread it, so that any other model would look better there.
   */
  isEvidence: boolean
}

export interface LearntSet {
  /** What a model is trained on. No text of the suite is among it. */
  training: TrainingSet
  /** What all models are judged on and none is trained on: examples of the pack and accepted candidates. */
  suite: LabelledMessage[]
  /** Accepted candidates that count, the earliest decision first. */
  accepted: AcceptedMessage[]
}

/**
 * Divides what is known into what teaches and what judges.
 * @param accepted the earliest decision first. Those about a need that the pack has not are left out, and what the pack
 *   says already; of two with the same words the earlier counts
 * @param perCustomer of the messages of one customer that nobody else has sent at most so many count
 */
export function learntSetOf(
  pack: KnowledgePack,
  accepted: readonly CandidateWithSightings[],
  perCustomer: number,
): LearntSet {
  const written = trainingSetOf(pack)
  const spared = sparedExamples(pack)
  const sparedKeys = new Set(spared.map(({ text }) => exampleKey(text)))
  const isTaught = (text: string) => !sparedKeys.has(exampleKey(text))
  const messages = acceptedMessages(pack, accepted, perCustomer)
  const teaching = messages.filter(({ use }) => use === 'training')
  return {
    training: {
      ...written,
      examples: [
        ...written.examples.filter(({ text }) => isTaught(text)),
        ...teaching.flatMap(({ text, truth }) => (truth.kind === 'need' ? [{ text, need: truth.need }] : [])),
      ],
      outOfScope: [
        ...written.outOfScope.filter(isTaught),
        ...teaching.flatMap(({ text, truth }) => (truth.kind === 'none' ? [text] : [])),
      ],
    },
    suite: [...spared, ...messages.filter(({ use, isEvidence }) => use === 'suite' && isEvidence)],
    accepted: messages,
  }
}

/** The examples of the pack that belong to the frozen suite: of lists that can spare some, and said nowhere else. */
function sparedExamples(pack: KnowledgePack): LabelledMessage[] {
  const lists = LANGUAGES.flatMap((language) => [
    ...pack.needs.map((need) => listOf(need.examples[language], language, { kind: 'need', need: need.name })),
    listOf(pack.outOfScope?.[language], language, { kind: 'none' }),
  ])
  const canSpare = (list: LabelledMessage[]) => list.length >= FEWEST_TO_SPARE
  const saidElsewhere = new Set([
    ...pack.needs.flatMap(namesOf),
    ...lists.flatMap((list) => (canSpare(list) ? [] : list.map(({ text }) => exampleKey(text)))),
  ])
  return lists
    .filter(canSpare)
    .flat()
    .filter(({ text }) => isOfSuite(exampleKey(text), 'pack') && !saidElsewhere.has(exampleKey(text)))
}

function listOf(texts: readonly string[] = [], language: Language, truth: LabelledMessage['truth']): LabelledMessage[] {
  return texts.map((text) => ({ text, language, truth }))
}

/** Keys of what a model learns of a need beside its examples. */
function namesOf({ name, title }: Pick<Need, 'name' | 'title'>): string[] {
  return [name.replace(/[-_]+/g, ' '), ...Object.values(title)].map(exampleKey)
}

/** What an accepted candidate is for: the frozen suite judges and never teaches. */
export function useOf({ text }: Pick<Candidate, 'text'>): 'training' | 'suite' {
  return isOfSuite(keyOf(text), 'reviewed') ? 'suite' : 'training'
}

/** Of a redacted text: messages that teach the same words have it in common, whatever stood between them. */
function keyOf(redacted: string): string {
  return exampleKey(withoutPlaceholders(redacted))
}

function acceptedMessages(
  pack: KnowledgePack,
  accepted: readonly CandidateWithSightings[],
  perCustomer: number,
): AcceptedMessage[] {
  const needs = new Set(pack.needs.map(({ name }) => name))
  const said = new Set([
    ...pack.needs.flatMap(namesOf),
    ...pack.needs.flatMap(({ examples }) => Object.values(examples).flat().map(exampleKey)),
    ...Object.values(pack.outOfScope ?? {})
      .flat()
      .map(exampleKey),
  ])
  const counted = new Map<string, number>()
  return accepted.flatMap(({ id, language, text: redacted, decision, sightings }): AcceptedMessage[] => {
    if (decision.state !== 'accepted') return []
    const { meant: truth } = decision
    if (truth.kind === 'need' && !needs.has(truth.need)) return []
    const text = withoutPlaceholders(redacted)
    const key = keyOf(redacted)
    if (key === '' || said.has(key)) return []
    const [customer, ...others] = new Set(sightings.map(({ customerId }) => customerId))
    if (customer !== undefined && others.length === 0) {
      const before = counted.get(customer) ?? 0
      if (before >= perCustomer) return []
      counted.set(customer, before + 1)
    }
    said.add(key)
    const isEvidence = sightings.some(({ origin }) => origin !== 'rated-low')
    return [{ id, text, language, truth, use: useOf({ text: redacted }), isEvidence }]
  })
}
