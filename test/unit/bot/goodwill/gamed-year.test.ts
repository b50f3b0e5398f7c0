import { describe, expect, it } from 'vitest'
import { gamedYear, PLAYERS, type Player, type PlayerYear } from '../../../support/gamed-year.ts'
import { goodwillPolicy } from '../../../support/goodwill-company.ts'

const PERSONS = 16
/** Who writes all the time has a long record, and each rating reads it: fewer of them tell as much. */
const FEW = { 'every-day': 1, 'several-at-once': 2 } as const
/** What a player may have more than an honest customer who was dissatisfied, vouchers a year. */
const MARGIN = 0.5

const personsOf = (player: Player) => (player in FEW ? FEW[player as keyof typeof FEW] : PERSONS)

describe('a year of customers who rate badly for the voucher', () => {
  it('gives none of them more than the cap, and on average not more than the honest and dissatisfied by more than the margin', async () => {
    const rules = goodwillPolicy({ budgetPerMonth: 1_000_000 })
    const years = new Map<string, PlayerYear>()
    for (const [i, player] of PLAYERS.entries())
      years.set(player, await gamedYear(player, personsOf(player), rules, 77 + i))
    const honest = years.get('honest')
    expect(honest?.dissatisfied).toBeGreaterThan(0.3)
    for (const [player, year] of years) {
      const hasOneName = player !== 'new-names' && player !== 'old-names'
      if (hasOneName) expect(year.most).toBeLessThanOrEqual(2)
      expect(year.mean, player).toBeLessThanOrEqual((honest?.dissatisfied ?? 0) + MARGIN)
    }
    // Under a new name each time there is nothing to gain at all.
    expect(years.get('new-names')?.mean).toBe(0)
  }, 120_000)
})
