import type { AnsweredTruth, Language, PolicyChange, PolicyComparison } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count } from '../shared/numbers.ts'
import type { WhatIfWords } from './words/en.ts'

/** How sure it is that something became more or less: the interval lies on one side of nothing, or it does not. */
export type Direction = 'more' | 'fewer' | 'unclear'

export function directionOf({ low, high }: Pick<PolicyChange, 'low' | 'high'>): Direction {
  if (low > 0) return 'more'
  return high < 0 ? 'fewer' : 'unclear'
}

/** What must be known before the figures are read. */
export function cautions(
  { reproduced, cappedAt, notTried }: PolicyComparison,
  language: Language,
  words: WhatIfWords,
): string[] {
  const sentences: string[] = []
  if (cappedAt !== null) sentences.push(words.capped(count(cappedAt, language)))
  if (reproduced.count < reproduced.of) {
    sentences.push(words.notReproduced(count(reproduced.count, language), count(reproduced.of, language)))
  }
  if (notTried.length > 0) sentences.push(words.notTried(notTried.join(', ')))
  return sentences
}

/** What the new policy does more and less often. */
export function differences(comparison: PolicyComparison, language: Language, words: WhatIfWords): string[] {
  const { handovers, answers, lists, conversations, changedConversations, handedOverLaterAnyway } = comparison
  const sentences = [
    changeSentence('handovers', handovers, language, words),
    changeSentence('answers', answers, language, words),
    changeSentence('lists', lists, language, words),
    words.changed(count(changedConversations, language), count(conversations, language)),
  ]
  if (handovers.more > 0) {
    sentences.splice(1, 0, words.anyway(count(handovers.more, language), count(handedOverLaterAnyway, language)))
  }
  const { perConversation, valued, of } = comparison.expectedGain
  if (perConversation !== null && valued > 0) {
    const gain = new Intl.NumberFormat(LOCALES[language], { signDisplay: 'exceptZero', maximumFractionDigits: 3 })
    sentences.push(words.estimate(gain.format(perConversation), count(valued, language), count(of, language)))
  }
  return sentences
}

/** Right and wrong, where somebody knows; and for how much nobody does. */
export function truths({ answered }: PolicyComparison, language: Language, words: WhatIfWords): string[] {
  const { known, checked } = answered
  const number = (value: number) => count(value, language)
  if (known.messages === 0) return [words.nothingKnown]
  const sentences = [wrongSentence(known, language, words)]
  const groups: [object, () => string][] = [
    [known.newlyAnswered, () => words.newly(inWords(known.newlyAnswered, number))],
    [known.noLongerAnswered, () => words.noLonger(inWords(known.noLongerAnswered, number))],
    [known.answeredOtherwise, () => words.otherwise(inWords(known.answeredOtherwise, number))],
  ]
  for (const [counts, sentence] of groups) if (Object.values(counts).some((n) => n > 0)) sentences.push(sentence())
  const [unknown, all] = cannotTell(known)
  if (all > 0) sentences.push(words.cannotTell(number(unknown), number(all)))
  sentences.push(
    checked.messages === 0
      ? words.noChecks
      : words.checksOnly(number(checked.messages), number(checked.wrongBefore), number(checked.wrongAfter)),
  )
  return sentences
}

/** What could be compared, and what the record does not tell. */
export function remainder({ turns, reproduced }: PolicyComparison, language: Language, words: WhatIfWords): string[] {
  const { recorded, compared, notKnown, undecidable } = turns
  const rows: [number, (n: string) => string][] = [
    [compared, words.turnsCompared],
    [notKnown, words.turnsNotKnown],
    [undecidable['no-deliberation'], words.turnsOfOldVersion],
    [undecidable['text-not-kept'], words.turnsWithoutText],
    [undecidable['need-gone'], words.turnsOfGoneNeeds],
  ]
  const sentences = rows.filter(([n]) => n > 0).map(([n, sentence]) => sentence(count(n, language)))
  if (reproduced.of > 0 && reproduced.count === reproduced.of) sentences.push(words.allReproduced)
  return [words.turnsRecorded(count(recorded, language)), ...sentences]
}

function changeSentence(
  what: 'handovers' | 'answers' | 'lists',
  change: PolicyChange,
  language: Language,
  words: WhatIfWords,
): string {
  const { per100, low, high } = change
  const figure = figureIn(language)
  const direction = directionOf(change)
  if (direction === 'unclear' || per100 === null) return words.noClear(what, figure(-low), figure(high))
  const [nearest, farthest] = direction === 'more' ? [low, high] : [high, low]
  return words.clear(what, direction, figure(Math.abs(per100)), figure(Math.abs(nearest)), figure(Math.abs(farthest)))
}

function wrongSentence(
  { messages, wrongBefore, wrongAfter, wrong }: AnsweredTruth,
  language: Language,
  words: WhatIfWords,
) {
  // In answers, not per 100: of known ones there are few.
  const answers = (per100: number) => count(Math.round(Math.abs(per100 * wrong.of) / 100), language)
  const counted = [count(messages, language), count(wrongBefore, language), count(wrongAfter, language)] as const
  const direction = directionOf(wrong)
  if (direction === 'unclear')
    return words.wrongUnclear(...counted, answers(Math.min(0, wrong.low)), answers(Math.max(0, wrong.high)))
  const [nearest, farthest] = direction === 'more' ? [wrong.low, wrong.high] : [wrong.high, wrong.low]
  const by = count(Math.abs(wrongAfter - wrongBefore), language)
  return words.wrongClear(...counted, direction, by, answers(nearest), answers(farthest))
}

/** Answers that come, go or change: of how many nobody has said whether they are right, and how many there are. */
function cannotTell({ newlyAnswered, noLongerAnswered, answeredOtherwise }: AnsweredTruth): [number, number] {
  const groups: Record<string, number>[] = [newlyAnswered, noLongerAnswered, answeredOtherwise]
  const all = groups.flatMap((group) => Object.values(group)).reduce((sum, n) => sum + n, 0)
  return [groups.reduce((sum, { unknown = 0 }) => sum + unknown, 0), all]
}

function inWords<Name extends string>(
  counts: Record<Name, number>,
  number: (value: number) => string,
): Record<Name, string> {
  const entries = Object.entries<number>(counts).map(([name, value]) => [name, number(value)])
  return Object.fromEntries(entries) as Record<Name, string>
}

/** One decimal below ten, whole above. */
function figureIn(language: Language): (value: number) => string {
  return (value) =>
    new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 }).format(
      Math.max(0, value),
    )
}
