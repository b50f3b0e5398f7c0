import type { DeskConversation } from '../../bot/http/api.ts'

export type Act =
  | 'accept'
  | 'pass'
  | 'take-over'
  | 'join'
  | 'leave'
  | 'transfer'
  | 'return'
  | 'resolve'
  /** Write to the customer. */
  | 'write'

/** What the person who looks can do with a conversation now: the buttons and the keys ask here. A note is always possible. */
export function possibleActs(
  { owner, mine, joined, supervisorName, escalation }: DeskConversation,
  supervisor: boolean,
): ReadonlySet<Act> {
  const acts = new Set<Act>()
  switch (owner) {
    case 'queued':
      if (escalation && (!escalation.offer || escalation.offer.mine || supervisor)) acts.add('accept')
      if (escalation?.offer?.mine) acts.add('pass')
      break
    case 'bot':
      acts.add('take-over')
      break
    case 'agent':
      if (mine) acts.add('transfer').add('return').add('resolve')
      if (mine || joined) acts.add('write')
      if (joined) acts.add('leave')
      if (supervisor && !mine) acts.add('take-over')
      if (supervisor && !mine && supervisorName === undefined) acts.add('join')
      break
    case 'closed':
      break
    default:
      owner satisfies never
  }
  return acts
}
