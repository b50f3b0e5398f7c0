import type { CompanyPromise } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'

/** Who sees to a conversation from now on: an agent, or whoever serves a queue. */
export type PassedTo = { agentId: string } | { queue: string }

/**
 * To whom a commit passes the conversation. Given back to the bot, or closed, it passes to nobody: whoever had it last goes
 * on seeing to what they promised.
 */
export function passedTo({ conversation, events, escalations }: ConversationCommit): PassedTo | undefined {
  const last = events.findLast(({ kind }) => PASSES.has(kind))
  if (!last) return undefined
  if (last.kind === 'accepted' || last.kind === 'taken-over') {
    return last.agentId === undefined ? undefined : { agentId: last.agentId }
  }
  const next = escalations?.find(({ id }) => id === conversation.escalationId)
  return next && { queue: next.queue }
}

const PASSES: ReadonlySet<string> = new Set(['accepted', 'taken-over', 'transferred', 'given-back'])

/** A promise that is still to be kept follows the conversation; one that is there already stays the same object. */
export function handedOn(promise: CompanyPromise, to: PassedTo | undefined): CompanyPromise {
  if (!to || promise.keptAt !== undefined || promise.endedAt !== undefined) return promise
  const { ownerId, remindedAt: _, ...rest } = promise
  if ('agentId' in to) return ownerId === to.agentId ? promise : { ...rest, ownerId: to.agentId }
  return ownerId === undefined && promise.queue === to.queue ? promise : { ...rest, queue: to.queue }
}
