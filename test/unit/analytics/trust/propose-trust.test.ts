import { describe, expect, it } from 'vitest'
import { proposeTrust, RATINGS_FOR_A_FIT } from '../../../../analytics/index.ts'
import { trustFitText } from '../../../../bot/commands/trust-fit.ts'
import { parsePolicy } from '../../../../bot/policy/index.ts'
import { seededRandom } from '../../../../nlp/intent/random.ts'
import { simulateCustomer, WORLDS } from '../../../bench/trust/customers.ts'

const { trust: POLICY } = parsePolicy('conversation: { idleMinutes: 30 }', 'policy.yaml')

function ledgers(count: number) {
  const random = seededRandom(9)
  const [world] = WORLDS
  if (!world) throw new TypeError('there is no world')
  return Array.from({ length: count }, (_, i) => simulateCustomer(world, `c${i}`, POLICY, random).ledger)
}

describe('proposed figures of trust', () => {
  it('are judged on customers they were not fitted to, and said as they stand in the policy', () => {
    const all = ledgers(900)
    const proposal = proposeTrust(all, POLICY)
    if (proposal.kind !== 'fitted') throw new Error(proposal.because)
    expect(proposal.gain.low).toBeGreaterThan(0)
    expect(proposal.gain.value).toBeCloseTo(proposal.after.logScore - proposal.before.logScore, 9)
    expect(proposal.before.n).toBe(proposal.ratings)
    expect(proposal.heldOut.reduce((sum, { ratings }) => sum + ratings, 0)).toBe(proposal.ratings)
    const text = trustFitText(proposal, POLICY)
    expect(text).toMatch(/^900 customers with a ledger, \d+ ratings/)
    expect(text).toMatch(/Better on customers they were not fitted to/)
    expect(text).toMatch(/survey-effort: .* 0 rows, too few: in proportion to the others/)
    // What is proposed is a policy.
    const section = text.slice(text.indexOf('trust:'), text.indexOf('\n\nWeights count'))
    expect(parsePolicy(section, 'policy.yaml').trust.halfLifeDays).toBeCloseTo(proposal.policy.halfLifeDays, -1)
  })

  it('are not made from too little, also where only the half is too little', () => {
    const some = ledgers(120)
    const proposal = proposeTrust(some, POLICY)
    expect(proposal).toMatchObject({ kind: 'too-little', because: 'ratings', customers: 120 })
    expect(proposal.ratings).toBeGreaterThan(RATINGS_FOR_A_FIT)
    expect(trustFitText(proposal, POLICY)).toMatch(/Too few ratings .* Keep the figures you have\.$/s)
  })
})
