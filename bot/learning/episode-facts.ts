import { type EpisodeFacts, type Outcome, outcomeOf } from '../../analytics/index.ts'
import { type Decision, HOUR_MS } from '../../domain/index.ts'
import type { EndedEpisode } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'

/** What the record of an episode says of how it turned out. */
export function factsOf(episode: EndedEpisode): EpisodeFacts {
  const { response, verdict, reopenedAt, endedAt } = episode
  const abandoned = abandonment(episode)
  return {
    ...(response && { survey: response }),
    ...(verdict && { verdict }),
    ...(reopenedAt !== undefined && { reopenedAfterHours: (reopenedAt - endedAt) / HOUR_MS }),
    ...(abandoned && { abandoned }),
  }
}

/**
 * What became of an episode, as far as it can be known at `now`.
 * @returns undefined while the customer may still come back within the window: it would not be final
 */
export function finalOutcome(
  episode: EndedEpisode,
  { reopenWithinHours }: Pick<Policy['gap'], 'reopenWithinHours'>,
  now: number,
): Outcome | undefined {
  if (now < episode.endedAt + reopenWithinHours * HOUR_MS) return undefined
  return outcomeOf(factsOf(episode), { reopenWithinHours })
}

/**
 * How the customer left, when it was silence that ended the episode. After an answer silence says nothing, and neither
 * does it after an agent has written: both may have helped.
 */
function abandonment({ endedBy, lastTurn, agentWrote }: EndedEpisode): EpisodeFacts['abandoned'] {
  if (endedBy !== 'idle' || !lastTurn) return undefined
  const { decision, gapReasons } = lastTurn
  // The agent gave it back to the bot without a word, and nobody was there any more.
  if (decision.kind === 'escalate') return agentWrote ? undefined : 'in-queue'
  if (endsWithQuestion(decision)) return 'question-open'
  const refused = gapReasons.some(({ code }) => code === 'answer-refused')
  return refused && !answers(decision) ? 'after-refusal' : undefined
}

function endsWithQuestion(decision: Decision): boolean {
  if (decision.kind === 'several') return decision.parts.at(-1)?.kind === 'ask'
  return decision.kind === 'clarify' || decision.kind === 'ask' || decision.kind === 'decline-language'
}

function answers({ kind }: Decision): boolean {
  return kind === 'answer' || kind === 'several'
}
