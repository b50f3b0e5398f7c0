import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Detail, GAP_REASONS, LANGUAGES } from '../../../../domain/index.ts'
import {
  detailGap,
  estimateGap,
  GAP_FEATURES,
  type GapEvidence,
  type GapFeature,
  type GapFeatures,
  gapFeatures,
  gapOfFeatures,
  type TrainedGapModel,
} from '../../../../nlp/index.ts'

const QUIET = { asksForPerson: false, refuses: false, accepts: false }
const share = fc.double({ min: 0, max: 1, noNaN: true })

function evidence(parts: Partial<GapEvidence> = {}): GapEvidence {
  return {
    belief: { needs: [{ need: 'refund', probability: 0.9 }], noneOfThem: 0.1 },
    confidence: 0.9,
    details: [],
    given: new Set(),
    signals: QUIET,
    answeredBefore: 0,
    clarifications: 0,
    sentiments: [],
    ...parts,
  }
}

function detail(name: string, parts: Partial<Detail> = {}): Detail {
  return { name, type: 'orderNumber', required: true, weight: 1, prompt: { en: '?' }, ...parts }
}

const anyEvidence: fc.Arbitrary<GapEvidence> = fc.record({
  belief: share.map((p) => ({ needs: [{ need: 'refund', probability: p }], noneOfThem: 1 - p })),
  confidence: share,
  details: fc.array(
    fc.constantFrom('a', 'b', 'c').map((name) => detail(name)),
    { maxLength: 3 },
  ),
  given: fc.constantFrom(new Set<string>(), new Set(['a']), new Set(['a', 'b', 'c'])),
  signals: fc.record({ asksForPerson: fc.boolean(), refuses: fc.boolean(), accepts: fc.boolean() }),
  answeredBefore: fc.integer({ min: 0, max: 5 }),
  clarifications: fc.integer({ min: 0, max: 3 }),
  sentiments: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 5 }),
})

describe('the information gap', () => {
  it('is a probability, and its reasons add up to it', () => {
    fc.assert(
      fc.property(anyEvidence, (given) => {
        const gap = estimateGap(given)
        expect(gap.value).toBeGreaterThanOrEqual(0)
        expect(gap.value).toBeLessThanOrEqual(1)
        const explained = gap.reasons.reduce((sum, { contribution }) => sum + contribution, 0)
        expect(explained).toBeCloseTo(gap.value, 9)
      }),
    )
  })

  it.each([
    ['a refusal', { signals: { ...QUIET, refuses: true } }, 'answer-refused'],
    ['the same need again', { answeredBefore: 1 }, 'need-repeated'],
    ['a missing detail', { details: [detail('orderNumber')] }, 'detail-missing'],
    ['a failed clarification', { clarifications: 1 }, 'clarification-failed'],
    ['falling sentiment', { sentiments: [0.1, -0.6] }, 'sentiment-falling'],
    ['a call for a person', { signals: { ...QUIET, asksForPerson: true } }, 'asked-for-person'],
    ['swearing', { signals: { ...QUIET, swears: true } }, 'swears'],
    ['giving up', { signals: { ...QUIET, givesUp: true } }, 'gives-up'],
    ['a long silence', { silenceMinutes: 10 }, 'long-silence'],
    ['wording that sounds dissatisfied', { wording: 0.6 }, 'wording-dissatisfied'],
  ] satisfies [string, Partial<GapEvidence>, string][])('grows with %s and names it', (_, change, code) => {
    const before = estimateGap(evidence())
    const after = estimateGap(evidence(change))
    expect(after.value).toBeGreaterThan(before.value)
    expect(after.reasons.map((reason) => reason.code)).toContain(code)
  })

  it('shrinks when the customer says that it helped', () => {
    const accepted = estimateGap(evidence({ signals: { ...QUIET, accepts: true } }))
    expect(accepted.value).toBeLessThan(estimateGap(evidence()).value)
    expect(accepted.reasons.find(({ code }) => code === 'answer-accepted')?.contribution).toBeLessThan(0)
  })

  it('says that the need is unknown, not unclear, when it is likely none of them', () => {
    const gap = estimateGap(
      evidence({ belief: { needs: [{ need: 'refund', probability: 0.2 }], noneOfThem: 0.8 }, confidence: 0.2 }),
    )
    expect(gap.reasons[0]?.code).toBe('need-unknown')
  })
})

describe('the prior', () => {
  it('takes what is not known for nothing, and a usual wording too', () => {
    fc.assert(
      fc.property(anyEvidence, fc.double({ min: 0, max: 0.2, noNaN: true }), (given, wording) => {
        const known = { ...given, turn: 4, answeredSoFar: true, silenceMinutes: 2, wording, needCount: 9 }
        expect(estimateGap(known).value).toBeCloseTo(estimateGap(given).value, 12)
      }),
    )
  })

  it('does not take the tone of a first message for a verdict on an answer that is still to come', () => {
    const quiet = estimateGap(evidence()).value
    expect(estimateGap(evidence({ wording: 0.9, turn: 1 })).value).toBe(quiet)
    expect(estimateGap(evidence({ wording: 0.9, turn: 2 })).value).toBeGreaterThan(quiet)
  })

  it('is the product of the chances that nothing went wrong', () => {
    fc.assert(
      fc.property(anyEvidence, (given) => {
        const { signals, answeredBefore, clarifications, sentiments } = given
        const [first = 0, last = 0] = [sentiments[0], sentiments.at(-1)]
        const fell = sentiments.length > 1 && last < -0.2 && last < first - 0.2
        const met = [
          given.confidence,
          1 - 0.5 * detailGap(given.details, given.given),
          signals.refuses ? 0.3 : 1,
          signals.asksForPerson ? 0.4 : 1,
          signals.accepts ? 1 : 0.65 ** answeredBefore,
          0.7 ** clarifications,
          fell ? 0.75 : 1,
        ].reduce((product, chance) => product * chance, 1)
        const expected = (1 - met) * (signals.accepts && !signals.refuses ? 0.4 : 1)
        expect(estimateGap(given).value).toBeCloseTo(expected, 9)
      }),
    )
  })
})

describe('a trained model', () => {
  const weight = fc.double({ min: -4, max: 4, noNaN: true })
  const language = fc.record({
    intercept: weight,
    coefficients: fc.record(Object.fromEntries(GAP_FEATURES.map((feature) => [feature, weight]))) as fc.Arbitrary<
      Record<GapFeature, number>
    >,
  })
  const anyModel = fc
    .record({ usualWording: weight, en: language, zh: language })
    .map(({ usualWording, en, zh }): TrainedGapModel => {
      const rest = { own: false, penalty: 1, calibration: { slope: 1, offset: 0 }, outcomes: 0, metrics: null }
      const usual = Object.fromEntries(GAP_FEATURES.map((feature) => [feature, 0.1])) as Record<GapFeature, number>
      return {
        formatVersion: 1,
        kind: 'trained',
        trainedWith: 'the test',
        dataHash: '',
        seed: 1,
        trainedAt: 0,
        outcomes: 0,
        missing: 0,
        folds: 5,
        usual: { ...usual, wording: usualWording },
        languages: { en: { ...en, ...rest }, zh: { ...zh, ...rest } },
      }
    })
  const known = fc.record({
    evidence: anyEvidence,
    language: fc.constantFrom(...LANGUAGES),
    turn: fc.integer({ min: 1, max: 20 }),
    answeredSoFar: fc.boolean(),
    silenceMinutes: fc.nat(100),
    wording: share,
  })

  it('gives the regression’s probability, and reasons that have words and add up to it', () => {
    fc.assert(
      fc.property(anyModel, known, (model, { evidence: given, ...more }) => {
        const all: GapEvidence = { ...given, ...more }
        const gap = estimateGap(all, model)
        const { intercept, coefficients } = model.languages[more.language]
        const features = gapFeatures(all)
        const score = GAP_FEATURES.reduce((sum, name) => sum + coefficients[name] * (features[name] ?? 0), intercept)
        expect(gap.value).toBeCloseTo(1 / (1 + Math.exp(-score)), 9)
        const explained = gap.reasons.reduce((sum, { contribution }) => sum + contribution, 0)
        expect(explained).toBeCloseTo(gap.value, 6)
        for (const { code } of gap.reasons) expect(GAP_REASONS).toContain(code)
        expect(gap.parts).toEqual(estimateGap(all).parts)
      }),
    )
  })

  it('takes what is not known for the usual', () => {
    fc.assert(
      fc.property(anyModel, anyEvidence, (model, given) => {
        const { usual } = model
        const unknown = estimateGap({ ...given, language: 'en' }, model)
        const filled = { ...gapFeatures(given), ...pick(usual, ['turns', 'slowStart', 'longSilence', 'wording']) }
        expect(unknown.value).toBeCloseTo(gapOfFeatures(model, 'en', filled), 12)
        expect(unknown.reasons.map(({ code }) => code)).not.toContain('wording-dissatisfied')
      }),
    )
  })
})

function pick(features: Record<GapFeature, number>, names: GapFeature[]): GapFeatures {
  return Object.fromEntries(names.map((name) => [name, features[name]]))
}

describe('the detail gap', () => {
  it('is the weighted share of required details that are missing', () => {
    const details = [detail('order', { weight: 3 }), detail('photo'), detail('colour', { required: false })]
    expect(detailGap(details, new Set())).toBe(1)
    expect(detailGap(details, new Set(['order']))).toBe(0.25)
    expect(detailGap(details, new Set(['order', 'photo']))).toBe(0)
    expect(detailGap([], new Set())).toBe(0)
  })
})
