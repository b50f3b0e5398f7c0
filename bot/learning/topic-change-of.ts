import { DAY_MS } from '../../domain/index.ts'
import { learnTopicChange, type TopicChange, type TopicEvidence } from '../../nlp/index.ts'
import type { Store } from '../../store/index.ts'
import type { Mind } from '../turn/mind.ts'
import { topicEvidenceOf } from './topic-evidence-of.ts'

/** Habits change slowly; older conversations were with an older bot. */
const DAYS = 90
/** The newest of them tell as well as all. */
const MOST_CONVERSATIONS = 2_000

/**
 * How often customers change the topic, from the policy's figures and the recorded conversations up to `now`. Nothing is
 * stored: what is learned follows from the record, so that every node and every start comes to the same.
 */
export async function topicChangeOf(
  store: Pick<Store, 'turns'>,
  mind: Pick<Mind, 'needs' | 'policy'>,
  now: number,
): Promise<TopicChange> {
  const evidence: TopicEvidence[] = []
  let conversations = 0
  for await (const conversation of store.turns.recorded({ from: now - DAYS * DAY_MS, to: now })) {
    evidence.push(...topicEvidenceOf(conversation, mind))
    if (++conversations === MOST_CONVERSATIONS) break
  }
  const { afterAnswer, whilePending, otherwise } = learnTopicChange(evidence, mind.policy.belief.topicChange)
  return { afterAnswer: afterAnswer.chance, whilePending: whilePending.chance, otherwise: otherwise.chance }
}
