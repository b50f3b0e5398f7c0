import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  decidePolicyTry,
  lastTrustLook,
  learnTrust,
  policyInForce,
  policyTries,
} from '../../../../../bot/learning/index.ts'
import type { Policy } from '../../../../../bot/policy/index.ts'
import { DAY_MS, fixedClock } from '../../../../../domain/index.ts'
import { openStore, type Store } from '../../../../../store/index.ts'
import { policy } from '../../../../support/minds.ts'
import { liveLedgers } from '../../../../support/trust-company.ts'

const NOW = Date.UTC(2026, 10, 1)

let store: Store
let ids = 0
const newId = () => `id-${++ids}`

function writing(learning: Partial<Policy['learning']>, trust: Partial<Policy['trust']> = {}): Policy {
  return { ...policy, learning: { ...policy.learning, ...learning }, trust: { ...policy.trust, ...trust } }
}

async function learn(written: Policy, now = NOW) {
  const inForce = await policyInForce(store, written)
  return learnTrust({ store, policy: inForce, written, clock: fixedClock(now), newId })
}

describe('fitting what evidence of trust is worth', () => {
  it('says what there is while it is too little', async () => {
    store = await openStore(':memory:')
    const ledgers = await liveLedgers(store, policy.trust, { customers: 60, now: NOW })
    const customers = ledgers.filter(({ length }) => length > 0).length
    expect(await learn(writing({ policy: 'off' }))).toEqual({ kind: 'off' })
    expect(await lastTrustLook(store)).toBeUndefined()
    expect(await learn(writing({}))).toEqual({ kind: 'too-little', because: 'ratings' })
    expect(await lastTrustLook(store)).toMatchObject({ at: NOW, customers, found: 'too-few-ratings' })
    expect(await policyTries(store)).toEqual([])
    await store.close()
  })

  describe('with a year of customers behind it', () => {
    beforeAll(async () => {
      store = await openStore(':memory:')
      await liveLedgers(store, policy.trust, { customers: 700, now: NOW })
    })
    afterAll(() => store.close())
    beforeEach(() => store.settings.set('policy.tries', '[]'))

    it('proposes what foretells held-out customers better, and leaves it to a manager, who can go back', async () => {
      const written = writing({ policy: 'propose' })
      const learning = await learn(written)
      if (learning.kind !== 'tried') throw new TypeError(learning.kind)
      const { attempt } = learning
      expect(attempt).toMatchObject({ kind: 'trust', outcome: 'proposed', attempt: 1, before: policy.trust })
      expect(attempt.reasons[0]?.gain.low).toBeGreaterThan(0)
      expect(attempt.foretold.after.rmse).toBeLessThan(attempt.foretold.before.rmse)
      expect(await policyInForce(store, written)).toEqual(written)

      const say = (as: 'taken' | 'reverted', at: number) =>
        decidePolicyTry(attempt.id, { store, kind: 'trust', written, decision: { as, at, by: 'mia' }, newId })
      await say('taken', NOW + 1)
      expect(await policyInForce(store, written)).toEqual({ ...written, trust: attempt.after })
      expect(await policyInForce(store, writing({}, { halfLifeDays: 30 }))).toEqual(writing({}, { halfLifeDays: 30 }))
      await say('reverted', NOW + 2)
      expect(await policyInForce(store, written)).toEqual(written)
      const noted = await store.audit.list(10)
      expect(noted.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
        ['mia', 'policy.reverted', attempt.id],
        ['mia', 'policy.taken', attempt.id],
      ])
      expect(JSON.parse(noted[0]?.detail ?? '')).toEqual({
        kind: 'trust',
        before: policy.trust,
        after: attempt.after,
      })

      expect(await learn(written, NOW + DAY_MS)).toEqual({
        kind: 'too-few-new',
        fresh: 0,
        needed: Math.ceil(attempt.evidence.ratings / 10),
      })
      expect(await lastTrustLook(store)).toMatchObject({ at: NOW + DAY_MS, found: 'too-few-new', fresh: 0 })
    })

    it('lets it serve by itself where the policy says so, and tries nothing that is no better', async () => {
      const written = writing({ policy: 'apply' })
      const first = await learn(written)
      if (first.kind !== 'tried') throw new TypeError(first.kind)
      expect(first.attempt.outcome).toBe('applied')
      expect(await policyInForce(store, written)).toEqual({ ...written, trust: first.attempt.after })

      // Who has written the fitted figures into the file gains nothing by fitting them again.
      const fitted = writing({ policy: 'apply' }, first.attempt.after)
      const again = await learn(fitted)
      expect(again).toMatchObject({
        kind: 'tried',
        attempt: { outcome: 'kept-back', reasons: [{ code: 'not-better' }] },
      })
      expect(await policyInForce(store, fitted)).toEqual(fitted)
    })
  })
})
