import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decidePolicyTry,
  openDecisions,
  type PolicyDecision,
  policyHash,
  policyInForce,
  policyTries,
  type TrustTry,
} from '../../../../../bot/learning/index.ts'
import { keepPolicyTry } from '../../../../../bot/learning/policy/policy-try.ts'
import { openStore } from '../../../../../store/index.ts'
import { policy } from '../../../../support/minds.ts'

const FORETOLD = { n: 600, logScore: 0, rmse: 0.3 }

function tried(number: number, outcome: TrustTry['outcome']): TrustTry {
  const gain = { value: 0.1, low: 0.05, high: 0.15 }
  return {
    kind: 'trust',
    id: `try-${number}`,
    at: number,
    outcome,
    before: policy.trust,
    after: { ...policy.trust, halfLifeDays: 1_000 + number },
    reasons: [{ code: 'better', customers: 100, ratings: 600, gain, p: 0.001, level: 0.025 }],
    attempt: 1,
    file: policyHash(policy),
    learntFrom: { from: 0, to: number },
    evidence: { customers: 100, ratings: 600, rows: {} },
    foretold: { before: FORETOLD, after: FORETOLD },
  }
}

type Step = { outcome: TrustTry['outcome'] } | { as: PolicyDecision['as']; of: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ outcome: fc.constantFrom('applied' as const, 'proposed' as const, 'kept-back' as const) }),
  fc.record({
    as: fc.constantFrom('taken' as const, 'declined' as const, 'reverted' as const),
    of: fc.integer({ min: 0, max: 3 }),
  }),
)

describe('what a manager says of learnt figures', () => {
  it('lets those serve that were taken last, and those before them again when they are gone back from', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const store = await openStore(':memory:')
        let ids = 0
        let made = 0
        // Numbers of the tries that would serve, the one that does last.
        const serving: number[] = []
        for (const one of steps) {
          if ('outcome' in one) {
            made++
            await keepPolicyTry(store, tried(made, one.outcome))
            if (one.outcome === 'applied') serving.push(made)
          } else {
            const number = Math.max(1, made - one.of)
            const [tries, id] = [await policyTries(store), `try-${number}`]
            const found = tries.find((each) => each.id === id)
            const isOpen = found !== undefined && openDecisions(found, tries, policyHash(policy)).includes(one.as)
            const said = decidePolicyTry(id, {
              store,
              kind: 'trust',
              written: policy,
              decision: { as: one.as, at: 0, by: 'mia' },
              newId: () => `id-${ids++}`,
            })
            if (!isOpen) {
              await expect(said).rejects.toMatchObject({ code: found ? 'POLICY_TRY_CLOSED' : 'POLICY_TRY_UNKNOWN' })
              continue
            }
            await said
            if (one.as === 'reverted') expect(serving.pop()).toBe(number)
            if (one.as === 'taken') serving.push(number)
          }
          const last = serving.at(-1)
          const halfLifeDays = last === undefined ? policy.trust.halfLifeDays : 1_000 + last
          expect((await policyInForce(store, policy)).trust).toEqual({ ...policy.trust, halfLifeDays })
        }
        expect(await store.audit.list(100)).toHaveLength(ids)
        await store.close()
      }),
      { numRuns: 20 },
    )
  })

  it('takes only the newest of a kind, and nothing that was not better', () => {
    const file = policyHash(policy)
    const [older, waits, back] = [tried(1, 'proposed'), tried(2, 'proposed'), tried(3, 'kept-back')]
    expect(openDecisions(waits, [waits, older], file)).toEqual(['taken', 'declined'])
    expect(openDecisions(older, [waits, older], file)).toEqual([])
    expect(openDecisions(back, [back, waits], file)).toEqual([])
    expect(openDecisions(waits, [waits, older], 'another file')).toEqual([])
  })
})
