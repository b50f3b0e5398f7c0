import { isDeepStrictEqual } from 'node:util'
import { trustScore } from '../../analytics/index.ts'
import type { Deliberation, DialogueState, Need, TrustEvent, Understanding } from '../../domain/index.ts'
import { logistic } from '../../nlp/index.ts'
import type { RecordedConversation, RecordedTurn } from '../../store/index.ts'
import { segmentOf } from '../policy/index.ts'
import type { Mind } from '../turn/mind.ts'
import { type TurnOutcome, takeTurn } from '../turn/take-turn.ts'

/** Two minds with one model and one pack: under the policy in force, and under the one to be tried. */
export interface PolicyPair {
  inForce: Mind
  proposed: Mind
}

/**
 * Why a recorded turn cannot be decided anew. `no-deliberation`: it is of a version that did not keep what decisions
 * rested on. `text-not-kept`: its message is gone. `need-gone`: it was about a need that the pack has no more.
 */
export const UNDECIDABLE = ['no-deliberation', 'text-not-kept', 'need-gone'] as const
export type Undecidable = (typeof UNDECIDABLE)[number]

/** A turn with everything that is needed to decide it anew. */
export interface Decidable extends RecordedTurn {
  turn: RecordedTurn['turn'] & { deliberation: Deliberation }
  message: NonNullable<RecordedTurn['message']>
}

/** A need less likely than this could not have come into the decision, not even as a line of a list. */
const COULD_MATTER = 0.02

/** The turn if it can be decided anew, else why not. */
export function decidable(recorded: RecordedTurn, needs: ReadonlyMap<string, Need>): Decidable | Undecidable {
  const { turn, message } = recorded
  const { deliberation } = turn
  if (!deliberation) return 'no-deliberation'
  if (!message || message.text === '') return 'text-not-kept'
  const gone = needsBehind(turn.understanding, deliberation).some((name) => !needs.has(name))
  return gone ? 'need-gone' : { ...recorded, message, turn: { ...turn, deliberation } }
}

function needsBehind({ needs, segments = [] }: Understanding, { before, belief }: Deliberation): string[] {
  const { pending, queue, answered } = before
  const believed = [...needs, ...belief.needs, ...(before.belief?.needs ?? [])]
  return [
    ...believed.filter(({ probability }) => probability >= COULD_MATTER).map(({ need }) => need),
    ...segments.map(({ need }) => need),
    ...(pending?.kind === 'clarification' ? pending.options.map(({ need }) => need) : []),
    ...(pending?.kind === 'detail' ? [pending.need] : []),
    ...(answered ? [answered.need] : []),
    ...queue,
  ]
}

/** What differs from one mind to the other beside the mind itself. */
export interface Circumstances {
  before: DialogueState
  /** Above this belief the bot answers on its own, 0..1. */
  answerAbove: number
  segment?: string | undefined
}

/** A recorded turn as this mind would have taken it: understood as it was understood then. */
export function decideAnew(
  mind: Mind,
  { turn, message }: Decidable,
  { before, answerAbove, segment }: Circumstances,
): TurnOutcome {
  const { gapEstimate, formerAgentId } = turn.deliberation
  const logOdds = gapEstimate?.signs.wording
  const then: Mind = {
    ...mind,
    answerAbove,
    understand: () => turn.understanding,
    // As it sounded then: the messages before it need not be read again.
    wording: () => (logOdds === undefined ? undefined : logistic(logOdds)),
  }
  return takeTurn(then, before, {
    text: message.text,
    seq: turn.seq,
    now: turn.at,
    fallbackLanguage: message.language,
    earlier: [],
    ...(segment !== undefined && { segment }),
    ...(formerAgentId !== undefined && { formerAgentId }),
  })
}

/** The threshold of the time stays (it may be the guarantee's), unless the new policy sets another than the one in force. */
export function answerAboveUnder({ inForce, proposed }: PolicyPair, { turn }: Decidable): number {
  const { answerAbove } = proposed.policy.decide
  return answerAbove === inForce.policy.decide.answerAbove ? turn.deliberation.answerAbove : answerAbove
}

/** True when the policies would sort a customer into segments differently: then the recorded segment says nothing. */
export function hasOtherSegments({ inForce, proposed }: PolicyPair): boolean {
  const sorting = ({ policy: { segments, trust } }: Mind) => [segments, trust.prior, trust.halfLifeDays]
  return !isDeepStrictEqual(sorting(inForce), sorting(proposed))
}

/**
 * The customer's segment under the new policy, from channel, language and trust as they were then.
 * @param ledger the customer's whole ledger; rows after the turn do not count
 */
export function segmentUnder(
  pair: PolicyPair,
  { turn, message, languageBefore }: Decidable,
  { channel }: Pick<RecordedConversation, 'channel'>,
  ledger: readonly TrustEvent[],
): string | undefined {
  if (!hasOtherSegments(pair)) return turn.deliberation.segment
  const { policy } = pair.proposed
  const trust = trustScore(ledger, turn.at, policy.trust).score
  return segmentOf(policy, { channel, language: languageBefore ?? message.language, trust })
}
