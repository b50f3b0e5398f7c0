import { z } from 'zod'
import { CandorError } from '../../../domain/index.ts'
import { GAP_FEATURES } from './features.ts'
import { GAP_FORMAT, type GapModel } from './gap-model.ts'
import { PRIOR_GAP } from './prior.ts'

const finite = z.number()
const share = z.number().min(0).max(1)
const count = z.number().int().min(0)
const byFeature = z.record(z.enum(GAP_FEATURES), finite)
const signs = Object.keys(PRIOR_GAP.chances) as (keyof typeof PRIOR_GAP.chances)[]

const Language = z.strictObject({
  intercept: finite,
  coefficients: byFeature,
  own: z.boolean(),
  penalty: finite,
  calibration: z.strictObject({ slope: finite, offset: finite }),
  outcomes: count,
  metrics: z.strictObject({ n: count, mse: share, auroc: share.nullable(), brier: share, ece: share }).nullable(),
})
const Model = z.discriminatedUnion('kind', [
  z.strictObject({
    formatVersion: z.literal(GAP_FORMAT),
    kind: z.literal('prior'),
    chances: z.record(z.enum(signs), share),
    acceptedKeeps: share,
  }),
  z.strictObject({
    formatVersion: z.literal(GAP_FORMAT),
    kind: z.literal('trained'),
    trainedWith: z.string(),
    dataHash: z.string(),
    seed: finite,
    trainedAt: finite,
    outcomes: count,
    missing: count,
    folds: count,
    usual: byFeature,
    languages: z.strictObject({ en: Language, zh: Language }),
  }),
])

/** The model as JSON; the same model gives the same text. */
export function serializeGapModel(model: GapModel): string {
  return JSON.stringify(model)
}

/** @throws CandorError MODEL_UNREADABLE when the text is damaged or of another format version */
export function deserializeGapModel(text: string): GapModel {
  try {
    return Model.parse(JSON.parse(text))
  } catch (cause) {
    const problem = 'the gap model is damaged or of another version'
    throw new CandorError(
      'MODEL_UNREADABLE',
      { problem, mend: 'Train another with "npx candor gap train".' },
      { cause },
    )
  }
}
