import { describe, expect, it } from 'vitest'
import {
  deserializeGapModel,
  type GapCase,
  gapOfFeatures,
  metricsOf,
  PRIOR_GAP,
  serializeGapModel,
  type TrainedGapModel,
  trainGapModel,
} from '../../../../../nlp/index.ts'
import { simulatedCases, TRUE_GAP } from './simulated-cases.ts'

const OPTIONS = { seed: 1, now: 1_000 }

function train(cases: readonly GapCase[]) {
  const training = trainGapModel(cases, OPTIONS)
  if (training.kind !== 'trained') throw new Error(`only ${training.unmet} unmet and ${training.met} met`)
  return training
}

const cases = simulatedCases({ en: 600, zh: 600 }, 1)
const { model, heldOut } = train(cases)

describe('a gap model trained on what turned out', () => {
  it('recovers what the outcomes were drawn from', () => {
    for (const language of ['en', 'zh'] as const) {
      const { intercept, coefficients } = model.languages[language]
      expect(Math.abs(intercept - TRUE_GAP.intercept[language])).toBeLessThan(0.6)
      for (const [feature, weight] of Object.entries(coefficients)) {
        const truth = TRUE_GAP.weights[feature as keyof typeof coefficients] ?? 0
        // What is rare tells little, and is held back rather than believed.
        const tolerance = feature === 'swears' || feature === 'givesUp' || feature === 'askedForPerson' ? 1 : 0.6
        expect(Math.abs(weight - truth), feature).toBeLessThan(tolerance)
      }
    }
  })

  it('is calibrated on conversations that it never saw', () => {
    const fresh = simulatedCases({ en: 3_000, zh: 3_000 }, 2)
    const judged = fresh.map((one) => ({ ...one, estimated: gapOfFeatures(model, one.language, one.features) }))
    expect(metricsOf(judged)?.ece).toBeLessThan(0.05)
    const toTheTruth = judged.reduce((sum, one) => sum + Math.abs(one.estimated - one.chance), 0) / judged.length
    expect(toTheTruth).toBeLessThan(0.06)
  })

  it('reports for each language what it reaches on held-out conversations, not on its own', () => {
    const fresh = simulatedCases({ en: 3_000 }, 2)
    const real = metricsOf(fresh.map((one) => ({ ...one, estimated: gapOfFeatures(model, 'en', one.features) })))
    const { outcomes, metrics } = model.languages.en
    expect(outcomes).toBe(600)
    expect(metrics?.n).toBe(cases.filter(({ language }) => language === 'en').length)
    expect(Math.abs((metrics?.auroc ?? 0) - (real?.auroc ?? 1))).toBeLessThan(0.05)
    expect(Math.abs((metrics?.brier ?? 0) - (real?.brier ?? 1))).toBeLessThan(0.03)
    expect(heldOut).toHaveLength(cases.length)
  })

  it('finds nothing on held-out conversations where there is nothing to find, though their turns are all alike', () => {
    const aurocs = [1, 2, 3, 4, 5, 6].map((seed) => {
      const coin = simulatedCases({ en: 60 }, seed, { intercept: { en: 0, zh: 0 }, weights: {} })
      return metricsOf(train(coin).heldOut)?.auroc ?? 0.5
    })
    expect(aurocs.reduce((sum, auroc) => sum + auroc, 0) / aurocs.length).toBeLessThan(0.55)
  })

  it('counts conversations without an outcome, and changes nothing else for them', () => {
    const missing: GapCase[] = simulatedCases({ en: 40 }, 9).map(({ language, features, conversationId }) => ({
      conversationId: `missing-${conversationId}`,
      language,
      features,
    }))
    const known = simulatedCases({ en: 100, zh: 100 }, 3)
    const plain = train(known)
    const mixed = train([...missing.slice(0, 30), ...known, ...missing.slice(30)])
    expect(mixed.model).toEqual({ ...plain.model, missing: 40 })
    expect(mixed.heldOut).toEqual(plain.heldOut)
  })

  it('is the same for the same cases and seed', () => {
    const few = simulatedCases({ en: 60 }, 3)
    const again = structuredClone(few)
    expect(serializeGapModel(train(again).model)).toBe(serializeGapModel(train(few).model))
  })

  it('takes outcomes that are shares', () => {
    const halves = simulatedCases({ en: 300 }, 8).map((one) => ({ ...one, unmet: 0.25 + one.unmet / 2 }))
    const { metrics } = train(halves).model.languages.en
    expect(metrics?.mse).toBeLessThan(metrics?.brier ?? 0)
    expect(metrics?.ece).toBeLessThan(0.06)
  })

  it('says so instead of training when there is too little, or one kind only', () => {
    expect(trainGapModel(simulatedCases({ en: 10 }, 1), OPTIONS).kind).toBe('too-few')
    const allMet = cases.map((one) => ({ ...one, unmet: 0 }))
    expect(trainGapModel(allMet, OPTIONS)).toEqual({ kind: 'too-few', unmet: 0, met: 1200 })
    expect(trainGapModel([], OPTIONS)).toEqual({ kind: 'too-few', unmet: 0, met: 0 })
  })

  it('learns from a few dozen conversations without leaving 0..1 or becoming sure of itself', () => {
    const few = train(simulatedCases({ en: 40 }, 5))
    const values = few.heldOut.map(({ estimated }) => estimated)
    expect(Math.min(...values)).toBeGreaterThan(0.001)
    expect(Math.max(...values)).toBeLessThan(0.999)
  })
})

describe('languages', () => {
  const weightsOf = ({ languages }: TrainedGapModel, language: 'en' | 'zh') => languages[language].coefficients

  it('with few conversations keep the common weights and get their own base rate', () => {
    const { model: uneven } = train(simulatedCases({ en: 500, zh: 80 }, 4))
    expect(uneven.languages.zh.own).toBe(false)
    expect(uneven.languages.zh.intercept).toBeGreaterThan(uneven.languages.en.intercept)
    expect(uneven.languages.zh.outcomes).toBe(80)
  })

  it('without any conversation can be estimated, and say that nothing is known of them', () => {
    const { model: english } = train(simulatedCases({ en: 200 }, 4))
    expect(english.languages.zh.metrics).toBeNull()
    const quiet = gapOfFeatures(english, 'zh', {})
    expect(Math.abs(quiet - gapOfFeatures(english, 'en', {}))).toBeLessThan(0.1)
  })

  it('with enough conversations get weights of their own where they differ', () => {
    const zh = { intercept: { en: 0, zh: -1 }, weights: { ...TRUE_GAP.weights, refused: -2 } }
    const { model: apart } = train([...simulatedCases({ en: 600 }, 6), ...simulatedCases({ zh: 600 }, 7, zh)])
    expect(apart.languages.en.own && apart.languages.zh.own).toBe(true)
    expect(weightsOf(apart, 'en').refused).toBeGreaterThan(0.7)
    expect(weightsOf(apart, 'zh').refused).toBeLessThan(-0.7)
  })
})

describe('a gap model as text', () => {
  it.each([
    ['the prior', PRIOR_GAP],
    ['a trained model', model],
  ])('of %s gives the same model back', (_, given) => {
    expect(deserializeGapModel(serializeGapModel(given))).toEqual(given)
  })

  it.each(['', '{', '{"kind":"prior"}', serializeGapModel(model).replace('"formatVersion":1', '"formatVersion":2')])(
    'is refused when it is damaged or of another version: %#',
    (text) => {
      expect(() => deserializeGapModel(text)).toThrow(/MODEL_UNREADABLE: .*gap model.*candor gap train/)
    },
  )
})
