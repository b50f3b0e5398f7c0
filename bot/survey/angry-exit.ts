import type { DialogueState, ResolvedOutcome } from '../../domain/index.ts'

/**
 * A customer leaves the bot in anger: the last two messages sound like it, or they went away without a word after they had
 * refused an answer, or had been asked something, and did not sound pleased then.
 * @param silently they did not say that they were done
 * @param angryBelow -1 (nobody is angry) .. 0
 */
export function leftBotInAnger(
  { sentiments, refusals, pending }: Pick<DialogueState, 'sentiments' | 'refusals' | 'pending'>,
  silently: boolean,
  angryBelow: number,
): boolean {
  if (soundsAngry(sentiments, angryBelow)) return true
  return angryBelow > -1 && silently && (refusals > 0 || pending !== undefined) && (sentiments.at(-1) ?? 0) < 0
}

/**
 * A customer leaves a person in anger: their last two messages to them sound like it, or the last one does not sound pleased
 * and nothing came of it.
 * @param sentiments of what they wrote since the person was there, -1..1, the newest last
 */
export function leftPersonInAnger(
  sentiments: readonly number[],
  outcome: ResolvedOutcome,
  angryBelow: number,
): boolean {
  if (soundsAngry(sentiments, angryBelow)) return true
  return angryBelow > -1 && outcome === 'unresolved' && (sentiments.at(-1) ?? 0) < angryBelow / 2
}

function soundsAngry(sentiments: readonly number[], angryBelow: number): boolean {
  const last = sentiments.slice(-2)
  if (last.length === 0) return false
  return last.reduce((sum, one) => sum + one, 0) / last.length < angryBelow
}
