import { createHash } from 'node:crypto'
import { LANGUAGES, type Language } from '../../../domain/index.ts'
import { fitGap } from './fit-gap.ts'
import {
  conversationsOf,
  foldsByConversation,
  type GapCase,
  isKnown,
  isUnmet,
  type JudgedGap,
  type KnownCase,
  metricsOf,
} from './gap-case.ts'
import { GAP_FORMAT, type GapLanguage, type GapRegression, type TrainedGapModel } from './gap-model.ts'
import { estimateByRegression } from './trained.ts'

const TRAINER = 'candor-gap 1'
/** Below this a regression knows less than the prior. */
const FEWEST_OUTCOMES = 20
/** Of either kind, or there is nothing to tell apart. */
const FEWEST_OF_A_KIND = 5

export interface GapTrainingOptions {
  /** The same cases and seed give the same model. */
  seed: number
  /** Milliseconds since 1970; goes into the model. */
  now: number
  /** Of the cross-validation, 5 when not given. */
  folds?: number
  /** @param done 0..1 */
  onProgress?: (done: number) => void
}

export type GapTraining =
  | {
      kind: 'trained'
      model: TrainedGapModel
      /** Every known turn, estimated by a model that had not seen its conversation: what a comparison may rest on. */
      heldOut: JudgedGap[]
    }
  /** Conversations that turned out unmet and met. */
  | { kind: 'too-few'; unmet: number; met: number }

/** Learns the conversation's gap from what turned out. Cases without an outcome are counted, and change nothing else. */
export function trainGapModel(cases: readonly GapCase[], options: GapTrainingOptions): GapTraining {
  const { seed, now, folds = 5, onProgress = () => undefined } = options
  const known = cases.filter(isKnown)
  const unmet = conversationsOf(known.filter(isUnmet))
  const outcomes = conversationsOf(known)
  const met = outcomes - unmet
  if (outcomes < FEWEST_OUTCOMES || Math.min(unmet, met) < FEWEST_OF_A_KIND) return { kind: 'too-few', unmet, met }

  const heldOut = crossValidate(known, folds, seed, (fold) => onProgress((fold + 1) / (folds + 1)))
  const { usual, languages } = fitGap(known, seed)
  onProgress(1)
  const described = (language: Language): GapLanguage => {
    const judged = heldOut.filter((one) => one.language === language)
    return { ...languages[language], outcomes: conversationsOf(judged), metrics: metricsOf(judged) }
  }
  return {
    kind: 'trained',
    model: {
      formatVersion: GAP_FORMAT,
      kind: 'trained',
      trainedWith: TRAINER,
      dataHash: createHash('sha256').update(JSON.stringify(known)).digest('hex'),
      seed,
      trainedAt: now,
      outcomes,
      missing: conversationsOf(cases) - outcomes,
      folds,
      usual,
      languages: Object.fromEntries(LANGUAGES.map((language) => [language, described(language)])) as Record<
        Language,
        GapLanguage
      >,
    },
    heldOut,
  }
}

function crossValidate(
  cases: readonly KnownCase[],
  folds: number,
  seed: number,
  onFold: (fold: number) => void,
): JudgedGap[] {
  // Another deal than inside a fit, or its folds would coincide with these.
  const fold = foldsByConversation(cases, folds, seed + 1)
  const models = Array.from({ length: folds }, (_, f): GapRegression => {
    const seen = cases.filter((_, i) => fold[i] !== f)
    const fitted = fitGap(seen, seed)
    onFold(f)
    return fitted
  })
  return cases.map((one, i) => {
    const model = models[fold[i] as number] as GapRegression
    return { ...one, estimated: estimateByRegression(model, one.language, one.features, 'need-unclear').value }
  })
}
