import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mcnemarTest } from '../../../../nlp/index.ts'

/** The same by counting the ways in which coins can fall. */
function byCounting(gained: number, lost: number): number {
  const coins = gained + lost
  let asMany = 0
  for (let fallen = 0; fallen < 2 ** coins; fallen++) {
    const heads = [...fallen.toString(2)].filter((side) => side === '1').length
    if (heads >= gained) asMany += 1
  }
  return asMany / 2 ** coins
}

describe("McNemar's exact test", () => {
  it('gives the figures of the binomial table', () => {
    // P(X >= 8), P(X >= 9), P(X >= 15) of ten, ten and twenty tosses of a fair coin.
    expect(mcnemarTest(8, 2)).toBeCloseTo(0.0546875, 10)
    expect(mcnemarTest(9, 1)).toBeCloseTo(0.0107421875, 10)
    expect(mcnemarTest(15, 5)).toBeCloseTo(0.0206947327, 10)
    expect(mcnemarTest(5, 0)).toBeCloseTo(1 / 32, 12)
  })

  it('agrees with the count over all ways in which coins can fall', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), (gained, lost) => {
        expect(mcnemarTest(gained, lost)).toBeCloseTo(byCounting(gained, lost), 9)
      }),
    )
  })

  it('sees nothing where nothing was gained', () => {
    expect(mcnemarTest(0, 0)).toBe(1)
    expect(mcnemarTest(0, 12)).toBe(1)
  })
})
