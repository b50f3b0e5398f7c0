import { type DialogueState, type Language, localize, type Need } from '../../domain/index.ts'
import { explain, graspOf } from './explain.ts'
import { PHRASES } from './phrases.ts'

/**
 * What the bot says with an open list: first what it has understood, then the question. A list of one entry reads as
 * a yes-or-no question; an empty one asks to say it in other words.
 * @param state with the list pending
 */
export function askBack(
  state: DialogueState,
  options: readonly { title: string }[],
  needs: ReadonlyMap<string, Need>,
  language: Language,
): string {
  const grasp = graspOf(state, needs)
  const isNamed = grasp.kind === 'unsure' && grasp.needs.length > 0
  return joined(language, explain(grasp, language), question(options, isNamed, language))
}

/** What the bot answers to "what did you understand?"; an open question is asked again after it. */
export function explainAgain(state: DialogueState, needs: ReadonlyMap<string, Need>, language: Language): string {
  const { pending } = state
  if (pending?.kind === 'clarification') return askBack(state, pending.options, needs, language)
  const sentence = explain(graspOf(state, needs), language)
  if (pending?.kind !== 'detail') return sentence
  const detail = needs.get(pending.need)?.details.find(({ name }) => name === pending.detail)
  return detail ? joined(language, sentence, localize(detail.prompt, language)) : sentence
}

function question(options: readonly { title: string }[], isNamed: boolean, language: Language): string {
  const { clarify } = PHRASES[language]
  const [first, ...others] = options
  if (!first) return clarify.otherWords
  if (others.length > 0) return isNamed ? clarify.which : clarify.any
  return isNamed ? clarify.isThatRight : clarify.doYouMean(first.title)
}

function joined(language: Language, ...sentences: string[]): string {
  return sentences.join(language === 'zh' ? '' : ' ')
}
