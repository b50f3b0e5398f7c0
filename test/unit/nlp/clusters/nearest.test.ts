import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNearest } from '../../../../nlp/clusters/nearest.ts'

const COLUMNS = 4
const anyRows = fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: COLUMNS, maxLength: COLUMNS }), {
  maxLength: 12,
})

function sparse(rows: number[][]) {
  const entries = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])))
  const offsets = new Int32Array(rows.length + 1)
  for (const [row, own] of entries.entries()) offsets[row + 1] = (offsets[row] as number) + own.length
  return {
    rows: rows.length,
    offsets,
    ids: Int32Array.from(entries.flat(), ({ column }) => column),
    values: Float32Array.from(entries.flat(), ({ value }) => value),
    unseen: new Float32Array(rows.length),
  }
}

describe('nearest neighbours', () => {
  it('are those that comparing every pair finds', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 6 }), (rows, count, floor) => {
        const found = findNearest(sparse(rows), COLUMNS, count, floor)
        for (const [row, own] of rows.entries()) {
          const naive = rows
            .map((other, place) => ({
              place,
              product: other.reduce((sum, value, j) => sum + value * (own[j] ?? 0), 0),
            }))
            .filter(({ place, product }) => place !== row && product > floor)
            .sort((a, b) => b.product - a.product || a.place - b.place)
            .slice(0, count)
          const ids = [...found.ids.subarray(row * count, (row + 1) * count)]
          expect(ids.filter((id) => id >= 0)).toEqual(naive.map(({ place }) => place))
          const similarities = [...found.similarities.subarray(row * count, row * count + naive.length)]
          expect(similarities).toEqual(naive.map(({ product }) => product))
        }
      }),
    )
  })
})
