import { isDeepStrictEqual } from 'node:util'
import type { Alternative, Decision, DialogueState, TrustEvent } from '../../domain/index.ts'
import type { RecordedConversation, RecordedTurn } from '../../store/index.ts'
import {
  answerAboveUnder,
  decidable,
  decideAnew,
  type PolicyPair,
  segmentUnder,
  type Undecidable,
} from './decide-anew.ts'

/** A recorded turn decided anew under the policy in force (`before`) and under the new one (`after`). */
export interface ComparedTurn {
  kind: 'compared'
  recorded: RecordedTurn
  /** The policy in force decides as the record says: the control of everything else. */
  reproduced: boolean
  before: Decision
  after: Decision
  differs: boolean
  /**
   * What the new policy expects to gain by deciding differently, in the unit of its stakes; 0 where nothing differs,
   * undefined where one of the two decisions was not among those it weighed.
   */
  gained: number | undefined
}

export type TurnComparison =
  | ComparedTurn
  | { kind: 'undecidable'; why: Undecidable }
  /** It comes after the first difference: the record cannot tell what the customer would have written. */
  | { kind: 'not-known'; reproduced: boolean }

/**
 * One recorded conversation under two policies, turn by turn. Every turn starts from the dialogue that the record has before
 * it; only beliefs that the new policy would have carried differently from the turn before are carried so.
 *
 * Pure. The same policy twice gives no difference.
 * @param ledger the customer's trust ledger, for policies with segments by trust
 */
export function compareConversation(
  pair: PolicyPair,
  conversation: RecordedConversation,
  ledger: readonly TrustEvent[],
): TurnComparison[] {
  let carried: { inForce: DialogueState; proposed: DialogueState } | undefined
  let hasDiffered = false
  return conversation.turns.map((recorded): TurnComparison => {
    const turn = decidable(recorded, pair.inForce.needs)
    if (typeof turn === 'string') return { kind: 'undecidable', why: turn }
    const { before, answerAbove, segment } = turn.turn.deliberation
    const control = decideAnew(pair.inForce, turn, { before, answerAbove, segment })
    const reproduced = isSameToCustomer(control.decision, turn.turn.decision)
    if (hasDiffered) return { kind: 'not-known', reproduced }

    const trial = decideAnew(pair.proposed, turn, {
      // What happened between two turns (a person took over, a reopening) is in the record alone.
      before: carried && isDeepStrictEqual(carried.inForce, before) ? carried.proposed : before,
      answerAbove: answerAboveUnder(pair, turn),
      segment: segmentUnder(pair, turn, conversation, ledger),
    })
    carried = { inForce: control.state, proposed: trial.state }
    const differs = !isSameToCustomer(control.decision, trial.decision)
    hasDiffered = differs
    const gained = differs ? gain(control.decision, trial.decision, trial.deliberation.alternatives) : 0
    return {
      kind: 'compared',
      recorded,
      reproduced,
      before: control.decision,
      after: trial.decision,
      differs,
      gained,
    }
  })
}

/** Alike as far as the customer can tell: why it is handed over, and how sure the bot is, change nothing for what follows. */
export function isSameToCustomer(one: Decision, other: Decision): boolean {
  return isDeepStrictEqual(asSeen(one), asSeen(other))
}

function asSeen(decision: Decision): unknown {
  switch (decision.kind) {
    case 'escalate':
      return decision.kind
    case 'answer':
      return { kind: decision.kind, need: decision.need }
    case 'several':
      return decision.parts.map(asSeen)
    default:
      return decision
  }
}

function gain(before: Decision, after: Decision, alternatives: readonly Alternative[]): number | undefined {
  const worth = [before, after].map((decision) => alternatives.find((one) => isChoiceOf(decision, one))?.utility)
  const [worthBefore, worthAfter] = worth
  return worthBefore === undefined || worthAfter === undefined ? undefined : worthAfter - worthBefore
}

/** Several needs served together are worth at least what the first is: that one was weighed. */
function isChoiceOf(decision: Decision, one: Alternative): boolean {
  if (decision.kind === 'several') return decision.parts[0] !== undefined && isChoiceOf(decision.parts[0], one)
  if (decision.kind !== one.kind) return false
  return decision.kind !== 'answer' && decision.kind !== 'ask' ? true : 'need' in one && one.need === decision.need
}
