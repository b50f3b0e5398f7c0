import {
  type Agent,
  type Candidate,
  type CandidateDecision,
  type CandidateState,
  CandorError,
  type Clock,
  type Language,
  type ReviewedMeaning,
  type Understanding,
} from '../../domain/index.ts'
import { type ExpectedGain, withoutPlaceholders } from '../../nlp/index.ts'
import type { ReviewedCandidate, Store } from '../../store/index.ts'
import { exampleKey } from '../knowledge/index.ts'
import type { Mind } from '../turn/mind.ts'
import type { OrderByGain } from './order-in-worker.ts'
import { decisionOf, POLICY, proposalOf, type ReviewAct, unreviewedMeaning, weightsOf } from './review.ts'

/** Pending ones that are put in order: the newest. */
const ORDERED = 2_000
const SHOWN = 100
/** Of one customer, so that whoever writes thousands pushes nobody out of those. */
const OF_ONE_CUSTOMER = 50

export interface CandidateReviewOptions {
  store: Pick<Store, 'candidates' | 'audit'>
  mind(): Pick<Mind, 'modelId' | 'needs' | 'understand'>
  order: OrderByGain
  clock: Clock
  newId(): string
}

/** A candidate with what there is to say of it now. */
export interface ShownCandidate {
  candidate: ReviewedCandidate
  believed: Pick<Understanding, 'needs' | 'outOfScope'>
  proposal?: ReviewedMeaning
  /** Of pending ones. */
  gain?: ExpectedGain
}

export interface CandidateReview {
  /** At most 100: pending ones in the order in which they teach most, decided ones the latest first. */
  list(filter: { state: CandidateState; language?: Language }): Promise<ShownCandidate[]>
  counts(): Promise<Record<CandidateState, number>>
  /**
   * @param version the one that was looked at
   * @throws CandorError CANDIDATE_UNKNOWN, CANDIDATE_CHANGED, NEED_UNKNOWN
   */
  act(agent: Agent, id: string, version: number, act: ReviewAct): Promise<ShownCandidate>
  /**
   * Takes back what was accepted as none of the needs, of these messages, for people to look at again: one of the needs is
   * about them now, and they would teach the opposite.
   * @param by id of the agent who made the need
   * @param taught keys of texts that the need teaches: of them there is nothing more to say
   * @returns how many
   */
  takeBackNones(
    by: string,
    messages: readonly { conversationId: string; seq: number }[],
    taught: ReadonlySet<string>,
  ): Promise<number>
  /** Accepts what agents agree on and nobody has decided on yet, for the policy that says so. @returns how many */
  acceptUnreviewed(): Promise<number>
}

/** What people decide about candidates; every decision is audited. */
export function candidateReview({ store, mind, order, clock, newId }: CandidateReviewOptions): CandidateReview {
  const { candidates, audit } = store
  const has = (need: string) => mind().needs.has(need)

  function shown(candidate: ReviewedCandidate, gain?: ExpectedGain): ShownCandidate {
    const believed = mind().understand(withoutPlaceholders(candidate.text), clock.now())
    const proposal = proposalOf(candidate.verdicts, believed, has)
    return { candidate, believed, ...(proposal && { proposal }), ...(gain && { gain }) }
  }

  /** The newest are in order; a model that cannot order leaves them as they are. */
  async function byGain(pending: ReviewedCandidate[]): Promise<[ReviewedCandidate, ExpectedGain | undefined][]> {
    const weights = weightsOf(pending)
    const messages = pending.map(({ id, text }) => ({
      id,
      text: withoutPlaceholders(text),
      weight: weights.get(id) ?? 1,
    }))
    const gains = new Map((await order(mind().modelId, messages)).map((gain, place) => [gain.id, { place, gain }]))
    const placeOf = ({ id }: ReviewedCandidate) => gains.get(id)?.place ?? gains.size
    return pending
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((candidate) => [candidate, gains.get(candidate.id)?.gain])
  }

  async function decide(candidate: Candidate, version: number, after: CandidateDecision, actor: string) {
    const { id, decision: before } = candidate
    const done = await candidates.decide(id, version, after)
    if (done !== 'done') return done
    await audit.append({
      id: newId(),
      at: clock.now(),
      actor,
      action: `candidate.${after.state}`,
      subject: id,
      detail: JSON.stringify({ before, after }),
    })
    return done
  }

  return {
    counts: () => candidates.counts(),

    async list(filter) {
      if (filter.state !== 'pending') return (await candidates.list(filter, SHOWN)).map((one) => shown(one))
      const ordered = await byGain(await candidates.list({ ...filter, perCustomer: OF_ONE_CUSTOMER }, ORDERED))
      return ordered.slice(0, SHOWN).map(([candidate, gain]) => shown(candidate, gain))
    },

    async act(agent, id, version, act) {
      const unknown = () => new CandorError('CANDIDATE_UNKNOWN', { id: id.slice(0, 100) })
      if (act.kind === 'accept' && act.meant.kind === 'need' && !has(act.meant.need)) {
        throw new CandorError('NEED_UNKNOWN', { need: act.meant.need })
      }
      const candidate = await candidates.get(id)
      if (!candidate) throw unknown()
      const decision = decisionOf(act, agent.id, clock.now())
      const done = await decide(candidate, version, decision, agent.id)
      if (done === 'unknown') throw unknown()
      if (done === 'changed') throw new CandorError('CANDIDATE_CHANGED')
      return shown({ ...candidate, decision, version: version + 1 })
    },

    async takeBackNones(by, messages, taught) {
      const own = new Set(messages.map(placeOfMessage))
      const nones = (await candidates.accepted()).filter(
        ({ text, decision, sightings }) =>
          decision.state === 'accepted' &&
          decision.meant.kind === 'none' &&
          sightings.some((sighting) => own.has(placeOfMessage(sighting))) &&
          !taught.has(exampleKey(withoutPlaceholders(text))),
      )
      let takenBack = 0
      for (const candidate of nones) {
        if ((await decide(candidate, candidate.version, { state: 'pending' }, by)) === 'done') takenBack++
      }
      return takenBack
    },

    async acceptUnreviewed() {
      let accepted = 0
      const pending = await candidates.list({ state: 'pending', perCustomer: OF_ONE_CUSTOMER }, ORDERED)
      for (const candidate of pending) {
        // Of what somebody took back a person decides.
        const meant = candidate.version === 1 && unreviewedMeaning(candidate.verdicts, has)
        if (!meant) continue
        const decision = decisionOf({ kind: 'accept', meant }, POLICY, clock.now())
        if ((await decide(candidate, candidate.version, decision, 'system')) === 'done') accepted++
      }
      return accepted
    },
  }
}

function placeOfMessage({ conversationId, seq }: { conversationId: string; seq: number }): string {
  return `${seq} ${conversationId}`
}
