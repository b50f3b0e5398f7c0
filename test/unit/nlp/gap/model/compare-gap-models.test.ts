import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JudgedGap } from '../../../../../nlp/gap/model/gap-case.ts'
import { signFlipTest } from '../../../../../nlp/gate/sign-flip-test.ts'
import { compareGapModels, gapOfFeatures, PRIOR_GAP, spentLevel, trainGapModel } from '../../../../../nlp/index.ts'
import { seededRandom } from '../../../../../nlp/intent/random.ts'
import { simulatedCases } from './simulated-cases.ts'

/** Turns whose outcomes are drawn from what the prior says: the champion could not be better. */
function championIsRight(conversations: number, seed: number) {
  const random = seededRandom(seed)
  return simulatedCases({ en: conversations }, seed).map((one) => {
    const right = gapOfFeatures(PRIOR_GAP, one.language, one.features)
    return { ...one, conversationId: `${one.conversationId}-${random()}`, unmet: Number(random() < right), right }
  })
}

function shifted(p: number, logOdds: number): number {
  const odds = (Math.min(0.999, Math.max(0.001, p)) / (1 - Math.min(0.999, Math.max(0.001, p)))) * Math.exp(logOdds)
  return odds / (1 + odds)
}

describe('the gate', () => {
  it('almost never promotes a challenger that adds noise to a right champion', () => {
    let promoted = 0
    for (let seed = 1; seed <= 200; seed++) {
      const random = seededRandom(seed + 1_000)
      const heldOut = championIsRight(50, seed).map((one) => ({
        ...one,
        estimated: shifted(one.right, 2 * random() - 1),
      }))
      if (compareGapModels(PRIOR_GAP, heldOut, { seed }).promote) promoted += 1
    }
    expect(promoted).toBeLessThanOrEqual(2)
  })

  it('almost never promotes a regression that knows only what the champion knows better', () => {
    const promoted = Array.from({ length: 8 }, (_, seed) => {
      const training = trainGapModel(championIsRight(60, seed + 1), { seed, now: 0 })
      return training.kind === 'trained' && compareGapModels(PRIOR_GAP, training.heldOut, { seed }).promote
    })
    expect(promoted.filter(Boolean).length).toBeLessThanOrEqual(1)
  })

  it('promotes a regression on outcomes that follow other rules than the prior, with its figures', () => {
    for (const seed of [1, 2, 3]) {
      const training = trainGapModel(simulatedCases({ en: 200, zh: 100 }, seed), { seed, now: 0 })
      if (training.kind !== 'trained') throw new Error('too few')
      const verdict = compareGapModels(PRIOR_GAP, training.heldOut, { seed })
      expect(verdict.promote).toBe(true)
      expect(verdict.reasons.map(({ code }) => code)).toEqual(['better', 'calibration-kept'])
      const [brier] = verdict.reasons
      if (brier?.code !== 'better') throw new Error('no figures')
      expect(brier.challenger).toBeLessThan(brier.champion)
      expect(brier.p).toBeLessThanOrEqual(0.05)
    }
  })

  it('keeps the champion on too few outcomes, however good the challenger', () => {
    const heldOut = simulatedCases({ en: 49 }, 1).map((one) => ({ ...one, estimated: one.unmet }))
    expect(compareGapModels(PRIOR_GAP, heldOut, { seed: 1 })).toEqual({
      promote: false,
      reasons: [{ code: 'too-few-outcomes', outcomes: 49, needed: 50 }],
    })
  })

  it('keeps the champion when one language would lose what another gains', () => {
    const heldOut: JudgedGap[] = simulatedCases({ en: 300, zh: 100 }, 2).map((one) => ({
      ...one,
      estimated: one.language === 'en' ? one.chance : 1 - one.chance,
    }))
    const verdict = compareGapModels(PRIOR_GAP, heldOut, { seed: 1 })
    expect(verdict.promote).toBe(false)
    expect(verdict.reasons).toContainEqual(expect.objectContaining({ code: 'language-worse', language: 'zh' }))
  })

  it('keeps a calibrated champion before a challenger that ranks better and means less', () => {
    const heldOut = championIsRight(400, 3).map((one) => ({ ...one, estimated: 0.3 + 0.4 * one.unmet }))
    const verdict = compareGapModels(PRIOR_GAP, heldOut, { seed: 1 })
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['better', 'calibration-worse'])
    expect(verdict.promote).toBe(false)
  })
})

describe('a champion that meets one useless challenger after another', () => {
  const TRIES = 6

  /**
   * Outcomes are coin flips that come in between two tries. Where the champion says 0.3 a new challenger says 0.7 or the
   * same, by another coin: useless, and sometimes lucky.
   */
  function isReplaced(seed: number, levelOf: (attempt: number) => number): boolean {
    const random = seededRandom(seed)
    const coin = () => Number(random() < 0.5)
    const outcomes = Array.from({ length: 50 * TRIES }, (_, i) => ({
      conversationId: `${i}`,
      language: 'en' as const,
      // With nothing else known the prior says just this.
      features: { understanding: coin() === 1 ? 0.3 : 0.7 },
      unmet: coin(),
    }))
    return Array.from({ length: TRIES }, (_, place) => place + 1).some((attempt) => {
      const heldOut = outcomes.slice(0, 50 * attempt).map((one): JudgedGap => {
        const { understanding } = one.features
        return { ...one, estimated: coin() === 1 ? understanding : 1 - understanding }
      })
      return compareGapModels(PRIOR_GAP, heldOut, { seed: attempt, level: levelOf(attempt) }).promote
    })
  }

  function replaced(companies: number, levelOf: (attempt: number) => number): number {
    return Array.from({ length: companies }, (_, i) => isReplaced(i + 1, levelOf)).filter(Boolean).length
  }

  it('is replaced by any of six in no more than one company of twenty, because each try has its share of the risk', () => {
    expect(Math.max(...Array.from({ length: 1000 }, (_, n) => spentSum(n + 1)))).toBeLessThan(0.05)
    expect(replaced(200, spentLevel)).toBeLessThanOrEqual(10)
  })

  it('would be replaced far more often if every try had the whole risk', () => {
    expect(replaced(60, () => 0.05)).toBeGreaterThan(6)
  })

  it('gives way to a challenger that is better also at the twentieth try', () => {
    const heldOut = simulatedCases({ en: 300 }, 4).map((one) => ({ ...one, estimated: one.chance }))
    const verdict = compareGapModels(PRIOR_GAP, heldOut, { seed: 1, level: spentLevel(20) })
    expect(verdict.promote).toBe(true)
    expect(verdict.reasons[0]).toMatchObject({ code: 'better', level: 0.05 / 420 })
  })
})

function spentSum(attempts: number): number {
  return Array.from({ length: attempts }, (_, i) => spentLevel(i + 1)).reduce((sum, level) => sum + level, 0)
}

describe('the sign-flip test', () => {
  it('calls chance a gain as rarely as it says', () => {
    const random = seededRandom(11)
    const called = Array.from({ length: 400 }, (_, seed) =>
      signFlipTest(
        Array.from({ length: 25 }, () => (random() - 0.5) ** 3),
        seed,
      ),
    ).filter((p) => p <= 0.05).length
    // 20 expected; 34 is the 99.9th percentile of the binomial.
    expect(called).toBeLessThanOrEqual(34)
    expect(called).toBeGreaterThan(5)
  })

  it('agrees with the count over all ways to flip', () => {
    const gain = fc.integer({ min: -10, max: 20 })
    fc.assert(
      fc.property(fc.array(gain, { minLength: 1, maxLength: 8 }), fc.nat(1000), (gains, seed) => {
        const observed = gains.reduce((sum, each) => sum + each, 0)
        const p = signFlipTest(gains, seed)
        if (observed <= 0) {
          expect(p).toBe(1)
          return
        }
        let asLarge = 0
        for (let flips = 0; flips < 2 ** gains.length; flips++) {
          const sum = gains.reduce((total, each, i) => total + (flips & (1 << i) ? each : -each), 0)
          if (sum >= observed) asLarge += 1
        }
        expect(Math.abs(p - asLarge / 2 ** gains.length)).toBeLessThan(0.06)
      }),
    )
  })
})
