import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder, matchesFilter, NO_FILTER, queueSections } from '../../../../web/desk/queue-filter.ts'
import { deskEscalation, deskQueue } from '../../../support/desk-fixtures.ts'

const line = deskEscalation(0)
const matches = (change: Partial<typeof NO_FILTER>) => matchesFilter(line, { ...NO_FILTER, ...change })

describe('the filter of the queue', () => {
  it('finds words in any order in the name, the need in both languages and what was written', () => {
    expect(matches({ text: 'INVOICE mara' })).toBe(true)
    expect(matches({ text: '发票' })).toBe(true)
    expect(matches({ text: 'company’s address' })).toBe(true)
    expect(matches({ text: 'mara refund' })).toBe(false)
  })
  it('keeps to a queue and to a language', () => {
    expect(matches({ queue: line.queue, language: line.language })).toBe(true)
    expect(matches({ queue: 'elsewhere' })).toBe(false)
    expect(matches({ language: 'zh' })).toBe(false)
  })
  it('never hides what is offered to this agent', () => {
    const { offered } = queueSections(deskQueue(30), { ...NO_FILTER, text: 'nothing says this' })
    expect(offered.map(({ id }) => id)).toEqual(['escalation-0'])
  })
  it('shows every line exactly once when nothing is filtered', () => {
    fc.assert(
      fc.property(fc.nat(60), (waiting) => {
        const queue = deskQueue(waiting)
        const all = [...queue.waiting, ...queue.mine, ...queue.others].map(({ conversationId }) => conversationId)
        expect(inOrder(queueSections(queue, NO_FILTER)).sort()).toEqual(all.sort())
      }),
    )
  })
})
