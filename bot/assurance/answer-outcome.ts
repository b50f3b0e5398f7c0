import type { Deliberation, NeedProbability } from '../../domain/index.ts'
import type { DatedOutcome } from '../../nlp/index.ts'
import type { LabelledTurn } from '../../store/index.ts'

/**
 * A need that is less likely than not is never answered, whatever the labels say: two needs could not both be sure, and
 * small differences would decide who gets an answer. Messages below do not count for the guarantee.
 */
export const NEVER_ANSWERED_BELOW = 0.5

/**
 * What a check says about answering on one's own: the belief the bot had in its leading need, and whether that was it.
 * "Cannot tell" counts as wrong: what a person who knows the company cannot place, the bot should not have answered.
 * Of a message with several needs the first one is judged.
 * @returns undefined for messages that the bot would not answer under any threshold; the guarantee is not about them
 */
export function answerOutcome({ turn, label }: LabelledTurn): DatedOutcome | undefined {
  const { deliberation } = turn
  const leading = deliberation?.leading
  if (!leading || leading.probability <= NEVER_ANSWERED_BELOW || !wouldServe(deliberation, leading)) return undefined
  return {
    confidence: leading.probability,
    right: label.meant.kind === 'need' && label.meant.need === leading.need,
    at: label.at,
  }
}

/**
 * Whether only the lack of sureness could keep the bot from serving the leading need. Where handing over or a list is
 * worth more than the answer, the bot does not answer; counted in, such messages could make its answers look better.
 */
function wouldServe({ alternatives }: Deliberation, leading: NeedProbability): boolean {
  const open = alternatives.filter((one) => !('need' in one) || one.need === leading.need)
  return open[0]?.kind === 'answer' || open[0]?.kind === 'ask'
}
