import type { CsatAnswer, EscalationOutcome } from '../domain/index.ts'

/** What is known of one episode of a conversation: from its opening or reopening to its end. */
export interface EpisodeFacts {
  /** What the customer answered, if they did. */
  survey?: CsatAnswer
  /** How the agent who had it last ended it. */
  verdict?: EscalationOutcome
  /** From its end until the customer wrote again; absent while they have not. */
  reopenedAfterHours?: number
  /**
   * How the customer left, when they did without a word: with a question of the bot open, after refusing an answer,
   * or in the queue. Silence after an answer is none of these: it may have helped.
   */
  abandoned?: 'question-open' | 'after-refusal' | 'in-queue'
}

export const OUTCOME_SOURCES = ['survey', 'agent', 'reopened', 'abandoned'] as const
export type OutcomeSource = (typeof OUTCOME_SOURCES)[number]

export type Outcome =
  /** `met`: 0..1, the share of the need that was met; `source`: whose word it is. */
  | { kind: 'known'; met: number; source: OutcomeSource }
  /** Nobody knows. Not the same as good. */
  | { kind: 'missing' }
  /** Spam: there was no need. */
  | { kind: 'excluded' }

/** "Was your need met?" asks for just that; the stars tell how well, and how the wait was. */
const SAID_WEIGHT = 0.75
/** Who comes back soon mostly comes back with the same need, but not always. Set by hand. */
const MET_WHEN_REOPENED = 0.25

/**
 * What became of an episode. Ask only when `reopenWithinHours` have passed since its end: before, the answer may change.
 *
 * 1. Spam is excluded, whatever else there is.
 * 2. The customer's own word comes first: yes or no counts three quarters, the stars the rest; stars alone count whole.
 * 3. Then the agent's verdict. `returned` is none, the agent gave the conversation back to the bot; nor are those of agents
 *    who passed it on.
 * 4. Then abandonment: unmet.
 * 5. Coming back within the window contradicts everything but a customer's plain yes or no: met by a quarter at most.
 * 6. Else it is missing.
 */
export function outcomeOf(facts: EpisodeFacts, { reopenWithinHours }: { reopenWithinHours: number }): Outcome {
  if (facts.verdict === 'spam') return { kind: 'excluded' }
  const said = lastWord(facts)
  const reopened = facts.reopenedAfterHours !== undefined && facts.reopenedAfterHours <= reopenWithinHours
  if (!reopened || facts.survey?.resolved !== undefined) return said
  return said.kind === 'known' && said.met <= MET_WHEN_REOPENED
    ? said
    : { kind: 'known', met: MET_WHEN_REOPENED, source: 'reopened' }
}

function lastWord({ survey, verdict, abandoned }: EpisodeFacts): Outcome {
  if (survey) return { kind: 'known', met: metBySurvey(survey), source: 'survey' }
  if (verdict === 'resolved') return { kind: 'known', met: 1, source: 'agent' }
  if (verdict === 'unresolved') return { kind: 'known', met: 0, source: 'agent' }
  return abandoned ? { kind: 'known', met: 0, source: 'abandoned' } : { kind: 'missing' }
}

function metBySurvey({ rating, resolved }: NonNullable<EpisodeFacts['survey']>): number {
  const stars = (rating - 1) / 4
  return resolved === undefined ? stars : SAID_WEIGHT * Number(resolved) + (1 - SAID_WEIGHT) * stars
}
