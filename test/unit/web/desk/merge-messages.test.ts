import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskMessage } from '../../../../bot/http/api.ts'
import { completeUpTo, mergeMessages } from '../../../../web/desk/merge-messages.ts'

const message = (seq: number, more: Partial<DeskMessage> = {}): DeskMessage => ({
  id: `m${seq}`,
  seq,
  from: 'customer',
  at: seq,
  text: `text ${seq}`,
  kind: 'text',
  mine: false,
  ...more,
})

/** A conversation of up to 20 messages, cut into pieces that overlap, repeat and come in any order. */
const inPieces = fc.integer({ min: 1, max: 20 }).chain((length) => {
  const all = Array.from({ length }, (_, index) => message(index + 1))
  const piece = fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => all.slice(Math.min(a, b), Math.max(a, b)))
  return fc.record({ all: fc.constant(all), pieces: fc.array(piece, { maxLength: 8 }) })
})

describe('messages that come in pieces', () => {
  it('are the same in whatever order, and however often, the pieces come', () => {
    fc.assert(
      fc.property(inPieces, fc.infiniteStream(fc.nat()), ({ all, pieces }, order) => {
        const shuffled = pieces.toSorted(() => ((order.next().value ?? 0) % 2 === 0 ? -1 : 1))
        const merge = (each: DeskMessage[][]) => each.reduce<DeskMessage[]>(mergeMessages, [])
        const merged = merge(pieces)
        expect(merge(shuffled)).toEqual(merged)
        expect(merge([...pieces, ...shuffled])).toEqual(merged)
        const seqs = new Set(pieces.flat().map(({ seq }) => seq))
        expect(merged).toEqual(all.filter(({ seq }) => seqs.has(seq)))
      }),
    )
  })

  it('are complete up to the first gap, as counting one by one finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 15 })), (seqs) => {
        const merged = mergeMessages(
          [],
          seqs.map((seq) => message(seq)),
        )
        const sorted = seqs.toSorted((a, b) => a - b)
        let counted = sorted[0] ?? 0
        while (sorted.includes(counted + 1)) counted++
        expect(completeUpTo(merged)).toBe(counted)
      }),
    )
  })

  it('keep what was understood when the message comes again without it', () => {
    const understood = {
      language: 'en' as const,
      needs: [],
      outOfScope: 0,
      entities: [],
      sentiment: 0,
      gap: 0.2,
      gapReasons: [],
      decision: 'answer',
    }
    expect(mergeMessages([message(1, { understood })], [message(1)])).toEqual([message(1, { understood })])
    expect(mergeMessages([message(1)], [message(1, { understood })])).toEqual([message(1, { understood })])
  })

  it('show the newest correction, whichever comes first', () => {
    const original = message(1, { text: 'Tomorow' })
    const first = message(2, { kind: 'correction', corrects: 1, text: 'Tomorow!' })
    const second = message(3, { kind: 'correction', corrects: 1, text: 'Tomorrow' })
    for (const order of [
      [original, first, second],
      [second, original, first],
    ]) {
      const merged = order.reduce<DeskMessage[]>((known, each) => mergeMessages(known, [each]), [])
      expect(merged[0]).toEqual({ ...original, correctedTo: 'Tomorrow' })
    }
  })
})
