import { describe, expect, it } from 'vitest'
import { gained, type RatioSums } from '../../../../analytics/index.ts'

/** Conversations of one message each, with so many hits. */
function share(hits: number, n: number): RatioSums {
  return { conversations: n, size: n, total: hits, sizeSquares: n, totalSquares: hits, products: hits }
}

const same = { before: share(50, 200), after: share(50, 200) }
const less = { before: share(80, 200), after: share(30, 200) }
const more = { before: less.after, after: less.before }
const promoted = [{ outcome: 'promoted' }] as const

describe('what was gained', () => {
  it('is nothing when nothing was tried, or nothing was good enough', () => {
    expect(gained([], [])).toBe('nothing-tried')
    expect(gained([{ outcome: 'kept-back' }, { outcome: 'kept-back' }], [])).toBe('nothing-promoted')
  })

  it('is nothing yet when other figures of the policy are only proposed', () => {
    expect(gained([{ outcome: 'kept-back' }, { outcome: 'proposed' }], [])).toBe('only-proposed')
    expect(gained([{ outcome: 'proposed' }, { outcome: 'rolled-back' }], [])).toBe('all-rolled-back')
    expect(gained([{ outcome: 'proposed' }, ...promoted], [{ handoffs: less, wrongAnswers: same }])).toBe('better')
  })

  it('cannot be shown of figures of which nobody knows until when they served', () => {
    expect(gained([{ outcome: 'applied' }], [])).toBe('no-difference-shown')
    expect(gained([{ outcome: 'applied' }, { outcome: 'rolled-back' }], [])).toBe('no-difference-shown')
  })

  it('is nothing when all that was promoted was taken back', () => {
    expect(gained([{ outcome: 'kept-back' }, { outcome: 'rolled-back' }], [])).toBe('all-rolled-back')
  })

  it('is said only where the difference is more than chance explains', () => {
    expect(gained(promoted, [{ handoffs: same, wrongAnswers: same }])).toBe('no-difference-shown')
    const few = { before: share(4, 10), after: share(2, 10) }
    expect(gained(promoted, [{ handoffs: few, wrongAnswers: same }])).toBe('no-difference-shown')
    expect(gained(promoted, [{ handoffs: less, wrongAnswers: same }])).toBe('better')
    expect(gained(promoted, [{ handoffs: same, wrongAnswers: more }])).toBe('worse')
  })

  it('is mixed when fewer are handed over and more answers refused', () => {
    expect(gained(promoted, [{ handoffs: less, wrongAnswers: more }])).toBe('mixed')
  })

  it('asks more of each comparison the more there are', () => {
    const clear = { before: share(75, 200), after: share(49, 200) }
    expect(gained(promoted, [{ handoffs: clear, wrongAnswers: same }])).toBe('better')
    const many = Array.from({ length: 20 }, () => ({ handoffs: same, wrongAnswers: same }))
    expect(gained(promoted, [{ handoffs: clear, wrongAnswers: same }, ...many])).toBe('no-difference-shown')
  })
})
