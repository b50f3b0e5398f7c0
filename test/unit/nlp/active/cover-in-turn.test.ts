import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Alike } from '../../../../nlp/active/alike.ts'
import { coverInTurn } from '../../../../nlp/active/cover-in-turn.ts'

// Whole quarters add up exactly in whatever order.
const quarter = fc.nat({ max: 4 }).map((quarters) => quarters / 4)

/** Rows with their worth, and a likeness for every pair. */
const anyRows = fc.nat({ max: 8 }).chain((rows) =>
  fc.record({
    worth: fc.array(fc.nat({ max: 8 }), { minLength: rows, maxLength: rows }),
    pairs: fc.array(quarter, { minLength: rows * rows, maxLength: rows * rows }),
  }),
)

function tableOf(rows: number, pairs: readonly number[]): number[][] {
  return Array.from({ length: rows }, (_, a) =>
    Array.from({ length: rows }, (__, b) => (a === b ? 1 : (pairs[Math.min(a, b) * rows + Math.max(a, b)] ?? 0))),
  )
}

function listsOf(table: number[][]): Alike[][] {
  return table.map((line, own) =>
    line.flatMap((likeness, row) => (row === own || likeness === 0 ? [] : [{ row, likeness }])),
  )
}

/** What a choice of rows covers in all: each row's worth times its likeness to the nearest chosen one. */
function coverage(table: number[][], worth: readonly number[], chosen: readonly number[]): number {
  return worth.reduce((sum, own, row) => sum + own * Math.max(0, ...chosen.map((one) => table[one]?.[row] ?? 0)), 0)
}

describe('covering in turn', () => {
  it('takes at every step the row that adds most to what is covered, as trying them all does', () => {
    fc.assert(
      fc.property(anyRows, fc.nat({ max: 9 }), ({ worth, pairs }, count) => {
        const table = tableOf(worth.length, pairs)
        const naive: number[] = []
        while (naive.length < Math.min(count, worth.length)) {
          const left = worth.map((_, row) => row).filter((row) => !naive.includes(row))
          naive.push(
            left.reduce((best, row) =>
              coverage(table, worth, [...naive, row]) > coverage(table, worth, [...naive, best]) ? row : best,
            ),
          )
        }
        const taken = coverInTurn(listsOf(table), worth, count)
        expect(taken.map(({ row }) => row)).toEqual(naive)
        for (const [place, { row, covered }] of taken.entries()) {
          expect(covered).toBe(Math.max(0, ...naive.slice(0, place).map((one) => table[one]?.[row] ?? 0)))
        }
      }),
    )
  })
})
