import type { Outcome } from '../../analytics/index.ts'
import type { Turn } from '../../domain/index.ts'
import { type GapCase, gapFeaturesOf } from '../../nlp/index.ts'
import type { EndedEpisode } from '../../store/index.ts'

/** The turns of a conversation that belong to an episode: after the end of the one before, up to its own. */
export function turnsOf({ previousEndAt, endedAt }: EndedEpisode, turns: readonly Turn[]): Turn[] {
  return turns.filter(({ at }) => at <= endedAt && (previousEndAt === undefined || at > previousEndAt))
}

/**
 * What the gap model learns from one episode: every turn of the bot with the features that were known at it.
 *
 * The target of a turn is the share of the need that the *bot* left unmet. Up to a handover, and with it, that is all of
 * it, whatever the agent did later: else the model would learn where agents succeed that a call for a person is a good
 * sign. After the last handover (the agent gave the conversation back), and in episodes without one, it is what turned
 * out. This errs towards safety: a need that the bot would have met one turn later counts as unmet where it was handed
 * over, so the estimate is rather too large than too small, and more is handed over than need be.
 *
 * @returns nothing for turns of versions that did not keep what was known
 */
export function gapCases(
  episode: EndedEpisode,
  outcome: Outcome & { kind: 'known' },
  turns: readonly Turn[],
): GapCase[] {
  const own = turnsOf(episode, turns)
  const handedOverAt = own.findLast(({ decision }) => decision.kind === 'escalate')?.seq ?? 0
  return own.flatMap(({ seq, deliberation }) => {
    const estimate = deliberation?.gapEstimate
    if (!estimate) return []
    return {
      conversationId: episode.conversationId,
      language: estimate.language,
      features: gapFeaturesOf(estimate.signs),
      unmet: seq <= handedOverAt ? 1 : 1 - outcome.met,
    }
  })
}
