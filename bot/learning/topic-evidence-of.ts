import { type TopicEvidence, topicEvidence } from '../../nlp/index.ts'
import type { RecordedConversation } from '../../store/index.ts'
import { situationOf } from '../turn/dialogue-state.ts'
import type { Mind } from '../turn/mind.ts'
import { answersQuestion, pickedNeed, ruledOut } from '../turn/read-reply.ts'

/**
 * What the recorded turns of a conversation say about whether customers change the topic. Left out are first messages,
 * picks from a list, bare replies, details that were asked for and messages with several needs (their belief was not carried by the
 * mixture), and needs that the pack no longer has.
 */
export function topicEvidenceOf(
  { turns }: Pick<RecordedConversation, 'turns'>,
  { needs, policy }: Pick<Mind, 'needs' | 'policy'>,
): TopicEvidence[] {
  const base = { needCount: needs.size, noneOfThem: policy.belief.noneOfThem }
  return turns.flatMap(({ turn, message }) => {
    const before = turn.deliberation?.before
    const { understanding } = turn
    if (!before?.belief || !message || understanding.segments) return []
    if (pickedNeed(before, message.text) || ruledOut(before, message.text)) return []
    const asked = before.pending?.kind === 'detail' ? needs.get(before.pending.need) : undefined
    if (asked && answersQuestion(asked, before, understanding, message.text)) return []
    if (!understanding.needs.every(({ need }) => needs.has(need))) return []
    return [{ situation: situationOf(before), ...topicEvidence(before.belief, understanding, base) }]
  })
}
