import { describe, expect, it } from 'vitest'
import {
  fitTrust,
  foretell,
  ledgerColumns,
  ratingSpread,
  type ToldRow,
  type TrustPolicy,
  trustEvidence,
  trustPosterior,
} from '../../../../analytics/index.ts'
import { parsePolicy } from '../../../../bot/policy/index.ts'
import { DAY_MS, TRUST_CAUSES, type TrustCause } from '../../../../domain/index.ts'
import { seededRandom } from '../../../../nlp/intent/random.ts'

const { trust: POLICY } = parsePolicy('conversation: { idleMinutes: 30 }', 'policy.yaml')

function row(id: string, day: number, cause: TrustCause, share: number, policy: TrustPolicy = POLICY): ToldRow {
  return { id, at: day * DAY_MS, cause, ...trustEvidence(cause, policy, share) }
}

/** Customers who rate by chance about a trust of their own; a kept promise says nothing of it. */
function ledgers(count: number, random: () => number): ToldRow[][] {
  return Array.from({ length: count }, (_, customer) => {
    const trust = 0.2 + 0.6 * random()
    return Array.from({ length: 8 }, (_, place) => {
      const day = place * 12 + Math.floor(random() * 10)
      const id = `${customer}-${place}`
      if (place % 4 === 3) return row(id, day, random() < 0.5 ? 'promise-kept' : 'promise-broken', 0)
      const said = trust + 0.3 * (random() - 0.5)
      return row(id, day, 'survey-rating', Math.round(4 * Math.min(1, Math.max(0, said))) / 4)
    })
  })
}

describe('foretelling ratings', () => {
  it('is what the score of the ledger before each rating foretells', () => {
    const random = seededRandom(5)
    const record = ledgers(30, random).map((ledger) => [...ledger, row('last', 200, 'survey-effort', random())])
    const naive = record.flatMap((ledger) =>
      ledger
        .filter(({ cause }) => cause.startsWith('survey'))
        .map(({ at, gain, loss }) => {
          const { alpha, beta } = trustPosterior(ledger, at - 1, POLICY)
          // The posterior of the moment itself, without what is said in it.
          const keep = 2 ** (-1 / (POLICY.halfLifeDays * DAY_MS))
          const [a, b] = [alpha - POLICY.prior.gain, beta - POLICY.prior.loss].map((one) => one * keep)
          const all = (a ?? 0) + (b ?? 0) + POLICY.prior.gain + POLICY.prior.loss
          const mean = ((a ?? 0) + POLICY.prior.gain) / all
          const variance = (mean * (1 - mean)) / (Math.min(all, POLICY.mostObservations) + 1) + 0.2 ** 2
          const off = (gain / (gain + loss) - mean) ** 2
          return { off, score: -(Math.log(2 * Math.PI * variance) + off / variance) / 2 }
        }),
    )
    const mean = (of: (one: (typeof naive)[number]) => number) =>
      naive.reduce((sum, one) => sum + of(one), 0) / naive.length
    const found = foretell(ledgerColumns(record, TRUST_CAUSES), POLICY, 0.2)
    expect(found.n).toBe(naive.length)
    expect(found.logScore).toBeCloseTo(
      mean(({ score }) => score),
      9,
    )
    expect(found.rmse).toBeCloseTo(Math.sqrt(mean(({ off }) => off)), 9)
  })

  it('does not see what an answer was before it was changed', () => {
    const first = row('a', 0, 'survey-rating', 0)
    const changed = { ...row('b', 1, 'survey-rating', 1), replaces: 'a' }
    const only = row('b', 1, 'survey-rating', 1)
    expect(ledgerColumns([[first, changed]], TRUST_CAUSES)).toEqual(ledgerColumns([[only]], TRUST_CAUSES))
  })

  it('knows how far single ratings stray from those that a customer gave soon after one another', () => {
    const random = seededRandom(11)
    const record = Array.from({ length: 400 }, (_, customer) => {
      const trust = 0.3 + 0.4 * random()
      return [0, 5].map((day) => row(`${customer}-${day}`, day, 'survey-rating', trust + (random() < 0.5 ? 0.1 : -0.1)))
    })
    expect(ratingSpread(ledgerColumns(record, TRUST_CAUSES))).toBeCloseTo(0.1, 2)
    expect(ratingSpread(ledgerColumns(record.slice(0, 50), TRUST_CAUSES))).toBeUndefined()
  })
})

describe('figures of trust that are fitted to a record', () => {
  it('foretell better than those before, and on customers that they have not seen, too', () => {
    const random = seededRandom(3)
    const [known, others] = [ledgers(400, random), ledgers(400, random)]
    const fit = fitTrust(known, POLICY)
    if (fit.kind !== 'fitted') throw new Error(fit.because)
    expect(fit.after.logScore).toBeGreaterThan(fit.before.logScore)
    const columns = ledgerColumns(others, TRUST_CAUSES)
    // What they were weighed with in the ledger does not matter: the share that speaks for trust is read from it.
    expect(foretell(columns, fit.policy, fit.spread).logScore).toBeGreaterThan(
      foretell(columns, POLICY, fit.spread).logScore,
    )
    const { weights } = fit.policy
    expect(weights['promise-kept'] + weights['promise-broken']).toBeLessThan(weights['survey-rating'] / 5)
    expect(fit).toMatchObject({ customers: 400, ratings: 2400, rows: { 'survey-rating': 2400 } })
  })

  it('keep the proportion of causes that are too few to tell', () => {
    const random = seededRandom(3)
    const fit = fitTrust(ledgers(300, random), POLICY)
    if (fit.kind !== 'fitted') throw new Error(fit.because)
    const { weights } = fit.policy
    expect(weights['escalation-resolved'] / weights['survey-effort']).toBeCloseTo(
      POLICY.weights['escalation-resolved'] / POLICY.weights['survey-effort'],
      9,
    )
  })

  it('are not offered where there is too little to tell', () => {
    const random = seededRandom(3)
    expect(fitTrust(ledgers(40, random), POLICY)).toMatchObject({
      kind: 'too-little',
      because: 'ratings',
      ratings: 240,
    })
    const once = ledgers(400, random).map((ledger) => ledger.slice(0, 1))
    expect(fitTrust(once, POLICY)).toMatchObject({ kind: 'too-little', because: 'repeated-ratings' })
    expect(fitTrust([], POLICY)).toMatchObject({ kind: 'too-little', customers: 0 })
  })
})
