import { type Interval, Z95 } from '../interval.ts'
import { type Lengths, lengths } from '../metrics/handovers/lengths.ts'
import { type RateValue, rate } from '../metrics/metric.ts'
import { type ComparedItem, compareItems } from './language-difference.ts'
import { type Reliability, reliability, type UnknownReliability } from './reliability.ts'
import { type ScaleMean, scaleMean } from './scale-mean.ts'

/** A question, as far as its quality is asked for. */
export type AskedItem = { name: string } & ({ kind: 'scale'; from: number; to: number } | { kind: 'yes-no' | 'text' })

/** One answer to a form. */
export interface FormAnswer {
  /** Of the survey: what it was asked in. */
  language: string
  /** From its sending to the first answer. */
  answerMs: number
  /** By the name of the item; what was skipped is not there. */
  values: Readonly<Record<string, number | boolean | string>>
}

/** Signs that a question does not ask what it was meant to, each with the figure that shows it. */
export type QuestionFlag =
  /** The higher the others, the lower this one: it is read the other way round. */
  | { kind: 'reversed'; with: Correlation }
  /** It goes with the others less than an item of the same scale should. */
  | { kind: 'unrelated'; with: Correlation; alpha: number; alphaWithout: number }
  | { kind: 'skipped'; share: RateValue }
  /** Nearly everybody gives the lowest, or the highest: it tells customers not apart. */
  | { kind: 'floor' | 'ceiling'; share: RateValue }
  | ({ kind: 'languages-differ' } & LanguageDifference)

export interface Correlation extends Interval {
  value: number
}

export interface LanguageDifference extends ComparedItem {
  languages: [string, string]
}

export interface ItemQuality {
  name: string
  kind: AskedItem['kind']
  skipped: RateValue
  /** Of scales; null of other kinds. */
  mean: ScaleMean | null
  floor: RateValue | null
  ceiling: RateValue | null
  /** With the sum of the other scales, among answers with all of them; null where there are none. */
  itemTotal: Correlation | null
  alphaIfDropped: number | null
  /** Between the two most frequent languages; null where there are too few of one. */
  languages: LanguageDifference | null
  flags: QuestionFlag[]
}

export interface FormQuality {
  answers: number
  /** Of its scales, over answers with all of them. */
  reliability: Reliability | UnknownReliability
  /** Answers that give every scale the same; null with fewer than three scales alike. */
  straightLined: RateValue | null
  answerTime: Lengths
  /** The most answers first. */
  byLanguage: { language: string; answerTime: Lengths }[]
  items: ItemQuality[]
}

/** With fewer nothing is flagged. */
const FEWEST = 30
/** An item of a scale should go with the others by this much: Nunnally and Bernstein (1994), "Psychometric Theory". */
const LEAST_ITEM_TOTAL = 0.3
const MANY_SKIP = 0.2
const NEARLY_ALL = 0.8

type Scale = AskedItem & { kind: 'scale' }

/** How well the questions of a form ask. Nothing is dropped by it: what is flagged is for a person to read and decide. */
export function questionQuality(items: readonly AskedItem[], answers: readonly FormAnswer[]): FormQuality {
  const scales = items.filter((item): item is Scale => item.kind === 'scale')
  const complete = answers.filter(({ values }) => scales.every(({ name }) => typeof values[name] === 'number'))
  const found = reliability(complete.map(({ values }) => scales.map(({ name }) => Number(values[name]))))
  const byLanguage = [...Map.groupBy(answers, ({ language }) => language)]
    .map(([language, own]) => ({ language, answerTime: timeOf(own) }))
    .sort((a, b) => b.answerTime.n - a.answerTime.n || (a.language < b.language ? -1 : 1))
  const compared = compareLanguages(
    scales,
    complete,
    byLanguage.map(({ language }) => language),
  )
  return {
    answers: answers.length,
    reliability: found,
    straightLined: straightLined(scales, complete),
    answerTime: timeOf(answers),
    byLanguage,
    items: items.map((item) => {
      const place = scales.findIndex(({ name }) => name === item.name)
      const quality = {
        ...skippedAndSpread(item, answers),
        ...withOthers(place, found),
        languages: compared[place] ?? null,
      }
      return { ...quality, flags: answers.length < FEWEST ? [] : flagsOf(quality, found) }
    }),
  }
}

function timeOf(answers: readonly FormAnswer[]): Lengths {
  return lengths(answers.map(({ answerMs }) => answerMs))
}

function skippedAndSpread(item: AskedItem, answers: readonly FormAnswer[]) {
  const given = answers.flatMap(({ values }) => values[item.name] ?? [])
  const common = { name: item.name, kind: item.kind, skipped: rate(answers.length - given.length, answers.length) }
  if (item.kind !== 'scale') return { ...common, mean: null, floor: null, ceiling: null }
  const scores = given.filter((value) => typeof value === 'number')
  const share = (end: number) => rate(scores.filter((score) => score === end).length, scores.length)
  return {
    ...common,
    mean: scaleMean(
      scores.map((score) => ({ score, count: 1 })),
      item,
    ),
    floor: share(item.from),
    ceiling: share(item.to),
  }
}

function withOthers(
  place: number,
  found: FormQuality['reliability'],
): Pick<ItemQuality, 'itemTotal' | 'alphaIfDropped'> {
  const item = found.kind === 'known' ? found.items[place] : undefined
  if (found.kind !== 'known' || !item) return { itemTotal: null, alphaIfDropped: null }
  return { itemTotal: correlationInterval(item.itemTotal, found.n), alphaIfDropped: item.alphaIfDropped }
}

/** By Fisher's z, 95 %. Fewer than four tell nothing. */
function correlationInterval(value: number, n: number): Correlation {
  if (n < 4) return { value, low: -1, high: 1 }
  // Rounding can leave a perfect correlation just outside.
  const bounded = Math.max(-1, Math.min(1, value))
  const [z, half] = [Math.atanh(bounded), Z95 / Math.sqrt(n - 3)]
  return { value: bounded, low: Math.tanh(z - half), high: Math.tanh(z + half) }
}

function compareLanguages(
  scales: readonly Scale[],
  complete: readonly FormAnswer[],
  [first, second]: readonly string[],
): (LanguageDifference | undefined)[] {
  if (first === undefined || second === undefined) return []
  const of = (wanted: string) =>
    complete
      .filter(({ language }) => language === wanted)
      .map(({ values }) => scales.map(({ name, from, to }) => (Number(values[name]) - from) / (to - from)))
  return compareItems(of(first), of(second)).map((compared) => compared && { languages: [first, second], ...compared })
}

function flagsOf(item: Omit<ItemQuality, 'flags'>, found: FormQuality['reliability']): QuestionFlag[] {
  const flags: QuestionFlag[] = []
  const { itemTotal, alphaIfDropped, skipped, floor, ceiling, languages } = item
  // Of two items nobody could say which is the odd one.
  if (itemTotal && alphaIfDropped !== null && found.kind === 'known' && found.n >= FEWEST) {
    if (itemTotal.high < 0) flags.push({ kind: 'reversed', with: itemTotal })
    else if (itemTotal.high < LEAST_ITEM_TOTAL) {
      const { standardizedAlpha: alpha } = found
      flags.push({ kind: 'unrelated', with: itemTotal, alpha, alphaWithout: alphaIfDropped })
    }
  }
  if (languages?.standsOut) flags.push({ kind: 'languages-differ', ...languages })
  // Nobody has to have something to say.
  if (item.kind !== 'text' && skipped.low > MANY_SKIP) flags.push({ kind: 'skipped', share: skipped })
  if (floor && floor.low > NEARLY_ALL) flags.push({ kind: 'floor', share: floor })
  if (ceiling && ceiling.low > NEARLY_ALL) flags.push({ kind: 'ceiling', share: ceiling })
  return flags
}

function straightLined(scales: readonly Scale[], complete: readonly FormAnswer[]): RateValue | null {
  const [first] = scales
  if (!first || scales.length < 3 || scales.some(({ from, to }) => from !== first.from || to !== first.to)) return null
  const alike = complete.filter(({ values }) => scales.every(({ name }) => values[name] === values[first.name]))
  return rate(alike.length, complete.length)
}
