import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isToBeKept, promiseState } from '../../../domain/index.ts'

const DUE = 1_000

describe('a promise', () => {
  it('is open up to its moment, and overdue after it', () => {
    expect([DUE - 1, DUE, DUE + 1].map((now) => promiseState({ dueAt: DUE }, now))).toEqual(['open', 'open', 'overdue'])
  })

  it('is kept up to its moment, and late after it, whenever one looks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * DUE }), fc.integer({ min: 0, max: 9 * DUE }), (keptAt, now) => {
        expect(promiseState({ dueAt: DUE, keptAt }, now)).toBe(keptAt <= DUE ? 'kept' : 'late')
      }),
    )
  })

  it('is withdrawn when there was nothing left to do, however late that was', () => {
    expect(promiseState({ dueAt: DUE, endedAt: 2 * DUE }, 3 * DUE)).toBe('withdrawn')
  })

  it('is broken when it was not kept in time and never will be, and unknown when nobody can tell', () => {
    const ended = { dueAt: DUE, endedAt: 2 * DUE }
    expect(promiseState({ ...ended, brokenAt: 2 * DUE }, 3 * DUE)).toBe('broken')
    expect(promiseState({ ...ended, unknown: true }, 3 * DUE)).toBe('unknown')
  })

  it('is to be kept exactly while it is open or overdue', () => {
    const moment = fc.integer({ min: 0, max: 2 * DUE })
    fc.assert(
      fc.property(fc.record({ keptAt: moment, endedAt: moment }, { requiredKeys: [] }), moment, (ends, now) => {
        const state = promiseState({ dueAt: DUE, ...ends }, now)
        expect(isToBeKept(ends)).toBe(state === 'open' || state === 'overdue')
      }),
    )
  })
})
