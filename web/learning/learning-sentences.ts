import type { BeforeAfter, Language, LearningReport } from '../../bot/http/api.ts'
import { count, decimal } from '../shared/numbers.ts'
import type { LearningWords } from './words/en.ts'

/** What may be said of the range: first what was gained, then what else is worth knowing. */
export function gainedSentences(report: LearningReport, language: Language, words: LearningWords): string[] {
  const { gained, next, tries, effects, newNeeds } = report
  const number = (value: number) => count(value, language)
  const waiting = words.next(number(next.accepted), number(next.needed))
  const since = effects.filter(({ rolledBack }) => !rolledBack).reduce((sum, { handoffs }) => sum + handoffs.after.n, 0)
  const main = {
    'nothing-tried': () => words.gained['nothing-tried'],
    'nothing-promoted': () => words.gained['nothing-promoted'](number(tries.length)),
    'only-proposed': () => words.gained['only-proposed'],
    'all-rolled-back': () => words.gained['all-rolled-back'],
    'no-difference-shown': () => words.gained['no-difference-shown'](number(since)),
    better: () => words.gained.better,
    worse: () => words.gained.worse,
    mixed: () => words.gained.mixed,
  }[gained]()
  return [
    main,
    ...(newNeeds.length > 0 ? [words.newNeeds(newNeeds.map(({ title }) => title[language]).join(words.comma))] : []),
    waiting,
  ]
}

/** `Handed over: 12 points fewer (likely 4 to 20 fewer).`; says so where chance would explain it or too little is known. */
export function differenceSentence(
  figure: string,
  { difference }: BeforeAfter,
  language: Language,
  words: LearningWords,
): string {
  if (!difference) return words.difference.tooFew(figure)
  const points = (value: number) => `${value > 0 ? '+' : ''}${decimal(value * 100, language).replace('-', '−')}`
  const interval = [points(difference.low), points(difference.high)] as const
  if (difference.high < 0) return words.difference.less(figure, points(difference.value), ...interval)
  if (difference.low > 0) return words.difference.more(figure, points(difference.value), ...interval)
  return words.difference.none(figure, points(difference.value), ...interval)
}
