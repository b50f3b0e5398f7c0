import type {
  Agent,
  Conversation,
  Escalation,
  EscalationReason,
  ResolvedOutcome,
  TrustEvent,
} from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import { sendSurvey } from '../survey/send-survey.ts'
import { ledgerEntries } from '../trust/ledger-entry.ts'
import { afreshState } from '../turn/dialogue-state.ts'
import { ConversationDraft, type DraftContext } from '../turn/draft.ts'
import { PHRASES } from '../turn/phrases.ts'
import { withdrawn } from './routing/offer.ts'

/** What an agent does to a conversation: either what is to be committed, or why it cannot be done. */
export type AgentAct =
  | { kind: 'done'; commit: ConversationCommit }
  | { kind: 'refused'; why: 'wrong-owner' | 'other-agent' | 'already-settled' }

export interface Verdict {
  outcome: ResolvedOutcome
  trueNeed?: string
}

/** Takes a waiting conversation. Who is second is refused, by the state machine or by the version at commit. */
export function accept(
  conversation: Conversation,
  escalation: Escalation,
  agent: Agent,
  context: DraftContext,
): AgentAct {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'accepted', agentId: agent.id })
  if (move.kind === 'refused') return move
  const routing = withdrawn(escalation.routing)
  draft.escalation({ ...escalation, routing, agentId: agent.id, acceptedAt: context.now })
  const text = PHRASES[conversation.language].agentJoined(agent.name)
  draft.say('system', { text, body: { kind: 'notice', code: 'agent-joined' } })
  return {
    kind: 'done',
    commit: { ...draft.finish(), capacity: { agentId: agent.id, limit: agent.capacity } },
  }
}

export function say(
  conversation: Conversation,
  agent: Agent,
  text: string,
  clientId: string | undefined,
  context: DraftContext,
): AgentAct {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'agent-wrote', agentId: agent.id })
  if (move.kind === 'refused') return move
  draft.say(
    'agent',
    { text, body: { kind: 'text' } },
    { authorId: agent.id, ...(clientId !== undefined && { clientId }) },
  )
  const commit = draft.finish()
  return {
    kind: 'done',
    commit: clientId === undefined ? commit : { ...commit, dedupeKey: `agent:${agent.id}:${clientId}` },
  }
}

/** Gives the conversation back to the bot, which goes on with the details it knows and none of its old doubts. */
export function returnToBot(
  conversation: Conversation,
  escalation: Escalation,
  agent: Agent,
  context: DraftContext,
): AgentAct {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'returned', agentId: agent.id, seq: conversation.lastSeq })
  if (move.kind === 'refused') return move
  draft.conversation = { ...draft.conversation, state: afreshState(conversation.state) }
  draft.escalation({ ...escalation, endedAt: context.now, outcome: 'returned' })
  draft.say('system', {
    text: PHRASES[conversation.language].returned,
    body: { kind: 'notice', code: 'returned-to-bot' },
  })
  return { kind: 'done', commit: draft.finish() }
}

/** "A person, please" and "that is not what I asked" are not about the need that the agent names: nothing to learn from. */
function saysTheNeed({ reasons }: Escalation): boolean {
  return reasons.some((reason) => SAYS_THE_NEED.has(reason))
}

/** What the handover was about as far as the bot knew: of a message that none of the needs covers it knew nothing. */
function believedNeed({ reasons, need }: Escalation): string | undefined {
  return reasons.includes('out-of-scope') ? undefined : need
}

const SAYS_THE_NEED = new Set<EscalationReason>([
  'clarification-failed',
  'out-of-scope',
  'gap-too-large',
  'risk-too-large',
  'need-requires-person',
])

/** Ends the handover with the agent's verdict, and asks the customer how it went (spammers are not asked). */
export function resolve(
  conversation: Conversation,
  escalation: Escalation,
  ledger: readonly TrustEvent[],
  agent: Agent,
  verdict: Verdict,
  policy: Policy,
  context: DraftContext,
): AgentAct {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'resolved', by: { kind: 'agent', agentId: agent.id }, seq: conversation.lastSeq })
  if (move.kind === 'refused') return move
  const { outcome, trueNeed } = verdict
  draft.escalation({ ...escalation, endedAt: context.now, outcome, ...(trueNeed !== undefined && { trueNeed }) })
  if (trueNeed !== undefined && escalation.seq !== undefined && saysTheNeed(escalation)) {
    const meant = { kind: 'need', need: trueNeed } as const
    draft.label({ seq: escalation.seq, source: 'agent', meant, by: agent.id })
  }
  draft.say('system', {
    text: PHRASES[conversation.language].resolvedByAgent,
    body: { kind: 'notice', code: 'resolved' },
  })
  if (outcome !== 'spam') {
    const about = { kind: 'agent', agentId: agent.id, escalationId: escalation.id } as const
    sendSurvey(draft, about, trueNeed ?? believedNeed(escalation), policy.survey.expiresHours * 3_600_000, context)
    const cause = outcome === 'resolved' ? 'escalation-resolved' : 'escalation-unresolved'
    const of = { ...context, customerId: conversation.customerId, conversationId: conversation.id, at: context.now }
    draft.trust(...ledgerEntries(ledger, [{ cause }], of, policy.trust))
  }
  return { kind: 'done', commit: draft.finish() }
}
