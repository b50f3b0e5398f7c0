import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TRANSPARENCY_PARTS, type TransparencySums, transparencyIndex } from '../../../../analytics/index.ts'

const EQUAL = { source: 1, confidence: 1, person: 1, published: 1, kept: 1 }
const NOTHING: TransparencySums = {
  turns: 0,
  person: 0,
  answering: 0,
  source: 0,
  confidence: 0,
  made: 0,
  published: 0,
  due: 0,
  kept: 0,
}

const counted = fc.nat(50).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)))
const sums = fc
  .tuple(counted, counted, counted, counted, counted)
  .map(([[source, answering], [confidence], [person, turns], [published, made], [kept, due]]) => ({
    ...{ turns, person, answering, source, made, published, due, kept },
    confidence: Math.min(confidence, answering),
  }))
const weight = fc.double({ min: 0, max: 5, noNaN: true })
const weights = fc.record({ source: weight, confidence: weight, person: weight, published: weight, kept: weight })

describe('the transparency index', () => {
  it('is the mean of its five shares where each counts alike', () => {
    const week = {
      turns: 10,
      person: 10,
      answering: 8,
      source: 6,
      confidence: 8,
      made: 4,
      published: 2,
      due: 5,
      kept: 4,
    }
    expect(transparencyIndex(week, EQUAL).value).toBeCloseTo((0.75 + 1 + 1 + 0.5 + 0.8) / 5, 12)
  })

  it('leaves out what nothing could show, so that a week without promises is not a worse one', () => {
    const week = { ...NOTHING, turns: 10, person: 10, answering: 8, source: 6, confidence: 8 }
    const { value, parts } = transparencyIndex(week, EQUAL)
    expect(value).toBeCloseTo((0.75 + 1 + 1) / 3, 12)
    expect(parts.kept.value).toBeNull()
    expect(transparencyIndex(NOTHING, EQUAL).value).toBeNull()
  })

  it('lies between the least and the greatest of the parts that count', () => {
    fc.assert(
      fc.property(sums, weights, (week, own) => {
        const { value, parts } = transparencyIndex(week, own)
        const shares = TRANSPARENCY_PARTS.flatMap((part) => (own[part] > 0 ? (parts[part].value ?? []) : []))
        if (shares.length === 0) {
          expect(value).toBeNull()
          return
        }
        expect(value).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12)
        expect(value).toBeLessThanOrEqual(Math.max(...shares) + 1e-12)
      }),
    )
  })

  it('rises with everything that is shown or kept once more', () => {
    fc.assert(
      fc.property(sums, fc.constantFrom('source', 'confidence', 'person', 'published', 'kept'), (week, part) => {
        const of = {
          source: 'answering',
          confidence: 'answering',
          person: 'turns',
          published: 'made',
          kept: 'due',
        } as const
        fc.pre(week[part] < week[of[part]])
        const more = transparencyIndex({ ...week, [part]: week[part] + 1 }, EQUAL).value ?? 0
        expect(more).toBeGreaterThan(transparencyIndex(week, EQUAL).value ?? 1)
      }),
    )
  })
})
