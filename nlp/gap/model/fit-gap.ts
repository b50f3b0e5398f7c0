import { LANGUAGES, type Language } from '../../../domain/index.ts'
import { GAP_FEATURES, type GapFeature, type GapFeatures } from './features.ts'
import { crossEntropy, dot, fitLogistic } from './fit-logistic.ts'
import { conversationsOf, foldsByConversation, isUnmet, type KnownCase } from './gap-case.ts'
import type { FittedLanguage, GapRegression } from './gap-model.ts'

const FOLDS = 5
/** Of the weights of all languages, towards 0. Features are about one wide: 1 expects weights of about one. */
const PENALTIES = [0.5, 2, 8, 32, 128]
/** Of a language's own weights, towards those of all languages. */
const OWN_PENALTIES = [2, 16, 128]
/** A language with fewer conversations than this has no weights of its own, only its own base rate. */
const OWN_FROM = 150
/** How freely a language's base rate leaves that of all: half of an observation or so against it. */
const BASE_RATE_PULL = 0.1
/** Towards leaving scores as they are, and towards the sigmoid of all languages. */
const CALIBRATION_PULL = { pooled: 1, own: 5 }

/** Intercept first, then by GAP_FEATURES. */
type Weights = readonly number[]

interface Row {
  x: Weights
  language: Language
  target: number
  fold: number
}

/** One way to fit, with the scores it gave to rows that it had not seen. */
interface Tried {
  own: boolean
  penalty: number
  scores: number[]
  weights: () => Weights
}

export type FittedGap = Pick<GapRegression, 'usual'> & { languages: Record<Language, FittedLanguage> }

/**
 * Penalised logistic regression over all languages, each with its own base rate; a language with enough conversations
 * may leave the common weights as far as held-out conversations approve. Penalties are chosen by the held-out
 * likelihood (5 folds by conversation), and the sigmoid is fitted on the held-out scores (Platt 1999), which is what
 * makes the estimates calibrated.
 */
export function fitGap(cases: readonly KnownCase[], seed: number): FittedGap {
  const usual = usualFeatures(cases)
  const folds = foldsByConversation(cases, FOLDS, seed)
  const rows = cases.map(({ language, features, unmet }, i): Row => {
    const x = [1, ...GAP_FEATURES.map((feature) => features[feature] ?? usual[feature])]
    return { x, language, target: unmet, fold: folds[i] as number }
  })
  const pooled = PENALTIES.map((penalty) => {
    const fits = eachFold((fold) => fitPooled(rowsOutside(rows, fold), penalty))
    return {
      penalty,
      fits,
      loss: lossOf(
        rows,
        scoresBy(rows, (row) => fits[row.fold]?.[row.language] ?? []),
      ),
    }
  }).reduce((best, next) => (next.loss < best.loss ? next : best))
  const common = fitPooled(rows, pooled.penalty)

  const chosen = eachLanguage((language): Tried => {
    const own = rows.filter((row) => row.language === language)
    const centres = pooled.fits.map((fit) => fit[language])
    const shared: Tried = {
      own: false,
      penalty: pooled.penalty,
      scores: scoresBy(own, (row) => centres[row.fold] as Weights),
      weights: () => common[language],
    }
    if (!isEnough(cases.filter((one) => one.language === language))) return shared
    const tried = OWN_PENALTIES.map((penalty): Tried => {
      const fits = eachFold((fold) => fitOwn(rowsOutside(own, fold), centres[fold] as Weights, penalty))
      const scores = scoresBy(own, (row) => fits[row.fold] as Weights)
      return { own: true, penalty, scores, weights: () => fitOwn(own, common[language], penalty) }
    })
    return [shared, ...tried].reduce((best, next) =>
      lossOf(own, next.scores) < lossOf(own, best.scores) ? next : best,
    )
  })

  const scored = LANGUAGES.flatMap((language) => {
    const targets = rows.filter((row) => row.language === language).map(({ target }) => target)
    return chosen[language].scores.map((score, i) => ({ language, score, target: targets[i] as number }))
  })
  const sigmoidOfAll = calibrate(scored, [0, 1], CALIBRATION_PULL.pooled)
  const languages = eachLanguage((language): FittedLanguage => {
    const ownScores = scored.filter((one) => one.language === language)
    const [offset = 0, slope = 1] = calibrate(ownScores, sigmoidOfAll, CALIBRATION_PULL.own)
    const [intercept = 0, ...weights] = chosen[language].weights()
    return {
      intercept: slope * intercept + offset,
      coefficients: byFeature((_, j) => slope * (weights[j] ?? 0)),
      own: chosen[language].own,
      penalty: chosen[language].penalty,
      calibration: { slope, offset },
    }
  })
  return { usual, languages }
}

function usualFeatures(cases: readonly { features: GapFeatures }[]): Record<GapFeature, number> {
  return byFeature((feature) => {
    const known = cases.flatMap(({ features }) => features[feature] ?? [])
    return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  })
}

function isEnough(cases: readonly KnownCase[]): boolean {
  return conversationsOf(cases) >= OWN_FROM && cases.some(isUnmet) && !cases.every(isUnmet)
}

function fitPooled(rows: readonly Row[], penalty: number): Record<Language, Weights> {
  const design = rows.map(({ x, language }) => [...LANGUAGES.map((each) => Number(each === language)), ...x])
  const strength = [...LANGUAGES.map(() => BASE_RATE_PULL), 0, ...GAP_FEATURES.map(() => penalty)]
  const targets = rows.map(({ target }) => target)
  const fitted = fitLogistic(design, targets, { towards: strength.map(() => 0), strength })
  const [intercept = 0, ...weights] = fitted.slice(LANGUAGES.length)
  return eachLanguage((_, l) => [intercept + (fitted[l] as number), ...weights])
}

function fitOwn(rows: readonly Row[], towards: Weights, penalty: number): Weights {
  return fitLogistic(
    rows.map(({ x }) => x),
    rows.map(({ target }) => target),
    { towards, strength: [BASE_RATE_PULL, ...GAP_FEATURES.map(() => penalty)] },
  )
}

function calibrate(scored: readonly { score: number; target: number }[], towards: Weights, pull: number): Weights {
  return fitLogistic(
    scored.map(({ score }) => [1, score]),
    scored.map(({ target }) => target),
    { towards, strength: [pull, pull] },
  )
}

function scoresBy(rows: readonly Row[], weightsFor: (row: Row) => Weights): number[] {
  return rows.map((row) => dot(row.x, weightsFor(row)))
}

function lossOf(rows: readonly Row[], scores: readonly number[]): number {
  return rows.reduce((sum, { target }, i) => sum + crossEntropy(scores[i] as number, target), 0)
}

function rowsOutside(rows: readonly Row[], fold: number): Row[] {
  return rows.filter((row) => row.fold !== fold)
}

function eachFold<Result>(make: (fold: number) => Result): Result[] {
  return Array.from({ length: FOLDS }, (_, fold) => make(fold))
}

function eachLanguage<Result>(make: (language: Language, place: number) => Result): Record<Language, Result> {
  return Object.fromEntries(LANGUAGES.map((language, l) => [language, make(language, l)])) as Record<Language, Result>
}

function byFeature(make: (feature: GapFeature, place: number) => number): Record<GapFeature, number> {
  return Object.fromEntries(GAP_FEATURES.map((feature, j) => [feature, make(feature, j)])) as Record<GapFeature, number>
}
