import type { Agent, Conversation, Escalation, TrustEvent, TurnLabel } from '../../../domain/index.ts'
import type { Policy } from '../../policy/index.ts'
import { leftPersonInAnger, type SurveyFacts, sendSurvey } from '../../survey/index.ts'
import { ledgerEntries } from '../../trust/ledger-entry.ts'
import { ConversationDraft, type DraftContext } from '../../turn/draft.ts'
import { PHRASES } from '../../turn/phrases.ts'
import type { MeantByAgent, Verdict } from '../agent-acts.ts'
import type { SpokenOf } from '../spoken-of.ts'
import type { Act } from './act.ts'

/** What is known around the handover. */
export interface Resolved {
  ledger: readonly TrustEvent[]
  /** What the verdict can be about. */
  spoken: SpokenOf
  surveys: SurveyFacts
  /** How pleased the customer's messages to the agent sound, -1..1, the newest last. */
  sentiments: readonly number[]
}

/** Ends the handover with the agent's verdict, and asks the customer how it went, if they are to be asked. */
export function resolve(
  conversation: Conversation,
  escalation: Escalation,
  { ledger, spoken, surveys, sentiments }: Resolved,
  agent: Agent,
  verdict: Verdict,
  policy: Policy,
  context: DraftContext,
): Act {
  const draft = new ConversationDraft(conversation, context)
  const move = draft.move({ kind: 'resolved', by: { kind: 'agent', agentId: agent.id }, seq: conversation.lastSeq })
  if (move.kind === 'refused') return move
  const { outcome, meant } = verdict
  const found = meant && findingOf(meant, spoken)
  draft.escalation({ ...escalation, ...found?.kept, endedAt: context.now, outcome })
  if (found?.label) draft.label({ ...found.label, source: 'agent', by: agent.id })
  draft.say('system', {
    text: PHRASES[conversation.language].resolvedByAgent,
    body: { kind: 'notice', code: 'resolved' },
  })
  const need = found ? found.kept.trueNeed : believedNeed(escalation)
  const about = { kind: 'agent', agentId: agent.id, escalationId: escalation.id } as const
  const resolution = {
    isSpam: outcome === 'spam',
    wasServed: true,
    isAngryExit: leftPersonInAnger(sentiments, outcome, policy.survey.angryBelow),
    ...(need !== undefined && { need }),
  }
  sendSurvey(draft, about, resolution, surveys, policy.survey, context)
  if (outcome !== 'spam') {
    const cause = outcome === 'resolved' ? 'escalation-resolved' : 'escalation-unresolved'
    const { id: conversationId, customerId, channel } = conversation
    const subject = { channel, agentId: agent.id, ...(need !== undefined && { need }) }
    const of = { ...context, customerId, conversationId, at: context.now, subject }
    draft.trust(...ledgerEntries(ledger, [{ cause }], of, policy.trust))
  }
  return { kind: 'done', commit: draft.finish() }
}

/** What a verdict says of the handover, and of the message that it is about, if there is one. */
interface Finding {
  kept: Pick<Escalation, 'trueNeed' | 'noNeed'>
  label?: Pick<TurnLabel, 'seq' | 'meant' | 'answerWrong'>
}

function findingOf(meant: MeantByAgent, { message: seq, answer }: SpokenOf): Finding {
  switch (meant.kind) {
    case 'need':
      return { kept: { trueNeed: meant.need }, ...(seq !== undefined && { label: { seq, meant } }) }
    case 'none':
      return { kept: { noNeed: true }, ...(seq !== undefined && { label: { seq, meant } }) }
    case 'answer-wrong': {
      if (!answer) return { kept: {} }
      const { need } = answer
      return { kept: { trueNeed: need }, label: { seq: answer.seq, meant: { kind: 'need', need }, answerWrong: true } }
    }
    default:
      return meant satisfies never
  }
}

/** What the handover was about as far as the bot knew: of a message that none of the needs covers it knew nothing. */
function believedNeed({ reasons, need }: Escalation): string | undefined {
  return reasons.includes('out-of-scope') ? undefined : need
}
