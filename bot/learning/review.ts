import type {
  CandidateDecision,
  CandidateVerdict,
  ReviewedMeaning,
  Sighting,
  Understanding,
} from '../../domain/index.ts'
import type { ReviewedCandidate } from '../../store/index.ts'

/** What a person does with a candidate; the same again changes what was said before. */
export type ReviewAct = { kind: 'accept'; meant: ReviewedMeaning } | { kind: 'reject' } | { kind: 'undo' }

/** What accepts where the policy says that an agent's verdict is enough. */
export const POLICY = 'policy'

/** @param by the agent's id, or {@link POLICY} */
export function decisionOf(act: ReviewAct, by: string, at: number): CandidateDecision {
  switch (act.kind) {
    case 'accept':
      return { state: 'accepted', by, at, meant: act.meant }
    case 'reject':
      return { state: 'rejected', by, at }
    case 'undo':
      return { state: 'pending' }
    default:
      return act satisfies never
  }
}

/** @param has whether the pack has the need */
export function proposalOf(
  verdicts: readonly CandidateVerdict[],
  { needs, outOfScope }: Pick<Understanding, 'needs' | 'outOfScope'>,
  has: (need: string) => boolean,
): ReviewedMeaning | undefined {
  const said = meaningsOf(verdicts)
  if (said.length > 0) return agreed(said, has)
  const [first] = needs
  return first && first.probability > outOfScope ? { kind: 'need', need: first.need } : { kind: 'none' }
}

/**
 * What is learnt without a manager where the policy says that agents are enough: at least one agent said so, nobody said
 * otherwise or could not tell, and nothing was wrong with the answer, which would be another matter than the need.
 */
export function unreviewedMeaning(
  verdicts: readonly CandidateVerdict[],
  has: (need: string) => boolean,
): ReviewedMeaning | undefined {
  const isDoubtful = verdicts.some(({ meant, answerWrong }) => answerWrong || meant.kind === 'unclear')
  if (isDoubtful || !verdicts.some(({ source }) => source === 'agent')) return undefined
  return agreed(meaningsOf(verdicts), has)
}

function meaningsOf(verdicts: readonly CandidateVerdict[]): ReviewedMeaning[] {
  return verdicts.flatMap(({ meant }) => (meant.kind === 'unclear' ? [] : [meant]))
}

function agreed([first, ...others]: ReviewedMeaning[], has: (need: string) => boolean): ReviewedMeaning | undefined {
  if (!first || !others.every((other) => sameMeaning(first, other))) return undefined
  return first.kind === 'none' || has(first.need) ? first : undefined
}

export function sameMeaning(a: CandidateVerdict['meant'], b: CandidateVerdict['meant']): boolean {
  return a.kind === 'need' ? b.kind === 'need' && a.need === b.need : a.kind === b.kind
}

/**
 * How much each candidate counts in the order: the share of it that the least busy of its customers has in all that they
 * wrote, 0..1. Fifty messages of one customer count as one; what a second customer said too counts as theirs.
 */
export function weightsOf(candidates: readonly Pick<ReviewedCandidate, 'id' | 'sightings'>[]): Map<string, number> {
  const customersOf = (sightings: readonly Sighting[]) => new Set(sightings.map(({ customerId }) => customerId))
  const written = new Map<string, number>()
  for (const { sightings } of candidates) {
    for (const customer of customersOf(sightings)) written.set(customer, (written.get(customer) ?? 0) + 1)
  }
  return new Map(
    candidates.map(({ id, sightings }) => [
      id,
      1 / Math.min(...[...customersOf(sightings)].map((customer) => written.get(customer) ?? 1)),
    ]),
  )
}
