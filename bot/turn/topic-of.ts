import { type DialogueState, type Need, WORTH_NAMING } from '../../domain/index.ts'
import { isTopic } from './need-roles.ts'

/** The need that a dialogue is about, as far as the bot can tell. @returns its name */
export function topicOf(
  { answered, belief }: Pick<DialogueState, 'answered' | 'belief'>,
  needs: ReadonlyMap<string, Need>,
): string | undefined {
  const believed = belief?.needs.find(({ need }) => isTopic(needs.get(need)))
  return answered?.need ?? (believed && believed.probability >= WORTH_NAMING ? believed.need : undefined)
}
