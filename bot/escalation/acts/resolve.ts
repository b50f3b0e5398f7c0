import {
  type Agent,
  type Conversation,
  type Escalation,
  type EscalationReason,
  HOUR_MS,
  type TrustEvent,
} from '../../../domain/index.ts'
import type { Policy } from '../../policy/index.ts'
import { sendSurvey } from '../../survey/send-survey.ts'
import { ledgerEntries } from '../../trust/ledger-entry.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import { PHRASES } from '../../turn/phrases.ts'
import type { Verdict } from '../agent-acts.ts'
import type { Act } from './act.ts'

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
): Act {
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
    sendSurvey(draft, about, trueNeed ?? believedNeed(escalation), policy.survey.expiresHours * HOUR_MS, context)
    const cause = outcome === 'resolved' ? 'escalation-resolved' : 'escalation-unresolved'
    const of = { ...context, customerId: conversation.customerId, conversationId: conversation.id, at: context.now }
    draft.trust(...ledgerEntries(ledger, [{ cause }], of, policy.trust))
  }
  return { kind: 'done', commit: draft.finish() }
}
