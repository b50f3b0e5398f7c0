import { deflateSync, inflateSync } from 'node:zlib'
import { z } from 'zod'
import { CandorError } from '../../../domain/index.ts'
import { type LanguageModel, SATISFACTION_FORMAT, type SatisfactionModel } from './model.ts'
import { NAMED_FEATURES, type NamedFeature } from './named-features.ts'

/** A model larger than this is none of ours; keeps damaged bytes from asking for the whole memory. */
const MAX_BYTES = 2 ** 28

const finite = z.number()
const named = z.array(finite).length(NAMED_FEATURES.length)
const linear = { bias: finite, weights: z.array(finite) }
const Language = z.strictObject({
  grams: z.array(z.string()),
  standard: z.strictObject({ mean: named, spread: named }),
  dissatisfaction: z.strictObject({ ...linear, platt: z.strictObject({ slope: finite, offset: finite, top: finite }) }),
  satisfaction: z.strictObject(linear),
})
const LanguageManifest = z.strictObject({
  conversations: finite,
  turns: finite,
  unrated: finite,
  coefficients: z.record(z.enum(NAMED_FEATURES as [NamedFeature, ...NamedFeature[]]), finite),
  metrics: z.strictObject({ auroc: finite.nullable(), brier: finite, ece: finite, mse: finite }).nullable(),
})
const Model = z.strictObject({
  manifest: z.strictObject({
    formatVersion: z.literal(SATISFACTION_FORMAT),
    trainedWith: z.string(),
    kind: z.enum(['prior', 'trained']),
    dataHash: z.string(),
    seed: finite,
    languages: z.strictObject({ en: LanguageManifest.optional(), zh: LanguageManifest.optional() }),
  }),
  languages: z.strictObject({ en: Language, zh: Language }),
})

/** The model as bytes; the same model gives the same bytes. Weights keep seven digits. */
export function serializeSatisfaction({ manifest, languages }: SatisfactionModel): Uint8Array {
  const plain = { manifest, languages: { en: toPlain(languages.en), zh: toPlain(languages.zh) } }
  return new Uint8Array(deflateSync(Buffer.from(JSON.stringify(plain))))
}

/** @throws CandorError MODEL_UNREADABLE when the bytes are damaged or of another format version */
export function deserializeSatisfaction(bytes: Uint8Array): SatisfactionModel {
  try {
    const { manifest, languages } = Model.parse(
      JSON.parse(inflateSync(bytes, { maxOutputLength: MAX_BYTES }).toString('utf8')),
    )
    const { en, zh } = manifest.languages
    return {
      manifest: { ...manifest, languages: { ...(en && { en }), ...(zh && { zh }) } },
      languages: { en: fromPlain(languages.en), zh: fromPlain(languages.zh) },
    }
  } catch (cause) {
    if (cause instanceof CandorError) throw cause
    throw unreadable('the satisfaction model is damaged or of another version', cause)
  }
}

function toPlain({ columns, standard, dissatisfaction, satisfaction }: LanguageModel): z.infer<typeof Language> {
  return {
    grams: [...columns.keys()],
    standard,
    dissatisfaction: { ...dissatisfaction, weights: rounded(dissatisfaction.weights) },
    satisfaction: { ...satisfaction, weights: rounded(satisfaction.weights) },
  }
}

function fromPlain({ grams, standard, dissatisfaction, satisfaction }: z.infer<typeof Language>): LanguageModel {
  const wanted = NAMED_FEATURES.length + grams.length
  for (const { weights } of [dissatisfaction, satisfaction]) {
    if (weights.length !== wanted) {
      throw unreadable(`the satisfaction model has ${weights.length} weights for ${wanted} features`)
    }
  }
  return {
    columns: new Map(grams.map((gram, i) => [gram, NAMED_FEATURES.length + i])),
    standard,
    dissatisfaction: { ...dissatisfaction, weights: Float64Array.from(dissatisfaction.weights) },
    satisfaction: { ...satisfaction, weights: Float64Array.from(satisfaction.weights) },
  }
}

function rounded(weights: Float64Array): number[] {
  return Array.from(weights, (weight) => Number(weight.toPrecision(7)))
}

function unreadable(problem: string, cause?: unknown): CandorError {
  const mend = 'Train it again on the rated conversations.'
  return new CandorError('MODEL_UNREADABLE', { problem, mend }, cause === undefined ? undefined : { cause })
}
