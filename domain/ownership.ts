import type { Owner } from './conversation.ts'
import type { EscalationReason } from './decision.ts'

/** The part of a conversation that says who speaks for the company. */
export interface Ownership {
  owner: Owner
  /** Set exactly while `owner` is `agent`. */
  agentId?: string
  /** Somebody who has joined the agent and may write, too. Set at most while `owner` is `agent`. */
  supervisorId?: string
  /** Set exactly while `owner` is `queued` or `agent`. */
  escalationId?: string
  /** `seq` up to which everything has been dealt with by a resolution or a person: no longer a cause to hand over. */
  settledSeq: number
}

export type ResolvedBy = { kind: 'agent'; agentId: string } | { kind: 'bot' } | { kind: 'idle' }

/** What can happen to the ownership of a conversation. `seq` is the number of the newest message at that moment. */
export type OwnershipEvent =
  | { kind: 'customer-wrote'; seq: number }
  | { kind: 'handed-over'; escalationId: string; reasons: EscalationReason[]; evidenceSeq: number }
  | { kind: 'accepted'; agentId: string }
  /** Somebody steps in without being asked: for the bot, or, as a supervisor, for another agent. */
  | { kind: 'taken-over'; agentId: string; escalationId: string }
  /** The agent passes it on to others; another escalation goes on with it. */
  | { kind: 'transferred'; agentId: string; escalationId: string }
  /** Its agent is gone. */
  | { kind: 'given-back'; escalationId: string }
  | { kind: 'joined'; supervisorId: string }
  | { kind: 'left'; supervisorId: string }
  | { kind: 'agent-wrote'; agentId: string }
  | { kind: 'returned'; agentId: string; seq: number }
  | { kind: 'resolved'; by: ResolvedBy; seq: number }

/** What happened, in the past tense: written to the conversation's log and counted by the metrics. */
export const CONVERSATION_EVENTS = [
  'opened',
  'escalated',
  'accepted',
  'taken-over',
  'transferred',
  'given-back',
  'joined',
  'left',
  'returned',
  'resolved',
  'reopened',
] as const
export type ConversationEventKind = (typeof CONVERSATION_EVENTS)[number]

export type OwnershipResult =
  | { kind: 'moved'; ownership: Ownership; happened?: ConversationEventKind }
  | { kind: 'refused'; why: 'wrong-owner' | 'other-agent' | 'already-settled' }

/**
 * The ownership state machine: bot -> queued -> agent -> closed, with return to the bot, transfer, taking over and reopening.
 * Total: every event in every state either moves or is refused with the reason; nothing throws.
 *
 * A customer may always write. A handover needs evidence newer than `settledSeq`,
 * so a reopened conversation is not handed over again for its old reasons.
 */
export function moveOwnership(from: Ownership, event: OwnershipEvent): OwnershipResult {
  switch (event.kind) {
    case 'customer-wrote':
      if (from.owner === 'closed') return moved({ owner: 'bot', settledSeq: from.settledSeq }, 'reopened')
      return moved(from)

    case 'handed-over':
      if (from.owner !== 'bot') return refused('wrong-owner')
      if (event.evidenceSeq <= from.settledSeq) return refused('already-settled')
      return moved({ owner: 'queued', escalationId: event.escalationId, settledSeq: from.settledSeq }, 'escalated')

    case 'accepted':
      if (from.owner === 'agent') return refused('other-agent')
      if (from.owner !== 'queued') return refused('wrong-owner')
      return moved({ ...from, owner: 'agent', agentId: event.agentId }, 'accepted')

    case 'taken-over':
      // What waits is accepted, and what is closed is reopened by the customer alone.
      if (from.owner === 'queued' || from.owner === 'closed') return refused('wrong-owner')
      if (from.agentId === event.agentId) return refused('wrong-owner')
      return moved(
        {
          owner: 'agent',
          agentId: event.agentId,
          escalationId: event.escalationId,
          settledSeq: from.settledSeq,
        },
        'taken-over',
      )

    case 'transferred':
      return ownedBy(from, event.agentId) ?? queuedAgain(from, event.escalationId, 'transferred')

    case 'given-back':
      return from.owner === 'agent' ? queuedAgain(from, event.escalationId, 'given-back') : refused('wrong-owner')

    case 'joined':
      if (from.owner !== 'agent' || from.agentId === event.supervisorId) return refused('wrong-owner')
      if (from.supervisorId !== undefined) return refused('other-agent')
      return moved({ ...from, supervisorId: event.supervisorId }, 'joined')

    case 'left': {
      if (from.supervisorId !== event.supervisorId) return refused('wrong-owner')
      const { supervisorId: _, ...alone } = from
      return moved(alone, 'left')
    }

    case 'agent-wrote':
      return from.owner === 'agent' && from.supervisorId === event.agentId
        ? moved(from)
        : (ownedBy(from, event.agentId) ?? moved(from))

    case 'returned':
      return ownedBy(from, event.agentId) ?? moved({ owner: 'bot', settledSeq: event.seq }, 'returned')

    case 'resolved': {
      if (from.owner === 'closed') return refused('wrong-owner')
      if (event.by.kind === 'agent') {
        const refusal = ownedBy(from, event.by.agentId)
        if (refusal) return refusal
      } else if (from.owner !== 'bot') {
        // Neither the bot nor the clock may close what a person has promised to look at.
        return refused('wrong-owner')
      }
      return moved({ owner: 'closed', settledSeq: event.seq }, 'resolved')
    }

    default:
      return event satisfies never
  }
}

function ownedBy(from: Ownership, agentId: string): OwnershipResult | undefined {
  if (from.owner !== 'agent') return refused('wrong-owner')
  if (from.agentId !== agentId) return refused('other-agent')
  return undefined
}

function queuedAgain(from: Ownership, escalationId: string, happened: ConversationEventKind): OwnershipResult {
  return moved({ owner: 'queued', escalationId, settledSeq: from.settledSeq }, happened)
}

function moved(ownership: Ownership, happened?: ConversationEventKind): OwnershipResult {
  return happened ? { kind: 'moved', ownership, happened } : { kind: 'moved', ownership }
}

function refused(why: Extract<OwnershipResult, { kind: 'refused' }>['why']): OwnershipResult {
  return { kind: 'refused', why }
}
