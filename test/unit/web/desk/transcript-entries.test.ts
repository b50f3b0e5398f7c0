import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskMessage, DeskNote } from '../../../../bot/http/api.ts'
import { correctable, lastRead, transcriptEntries } from '../../../../web/desk/transcript-entries.ts'

const message = (seq: number, change: Partial<DeskMessage> = {}): DeskMessage => ({
  id: `m${seq}`,
  seq,
  from: 'customer',
  at: seq,
  text: `text ${seq}`,
  kind: 'text',
  mine: false,
  ...change,
})
const own = (seq: number, change: Partial<DeskMessage> = {}) => message(seq, { from: 'agent', mine: true, ...change })
const note = (afterSeq: number, at: number): DeskNote => ({ id: `n${at}`, at, authorName: 'Bo', text: 'x', afterSeq })
const order = (messages: DeskMessage[], notes: DeskNote[]) =>
  transcriptEntries(messages, notes).map((entry) => (entry.kind === 'note' ? entry.note.id : entry.message.id))

describe('the transcript', () => {
  it('shows every note behind the message it was written after, the older one first', () => {
    expect(order([message(1), message(2)], [note(1, 20), note(1, 10), note(0, 5), note(2, 30)])).toEqual([
      'n5',
      'm1',
      'n10',
      'n20',
      'm2',
      'n30',
    ])
  })
  it('shows everything once and the messages in order, whatever notes there are', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.uniqueArray(fc.nat(100)), (length, times) => {
        const messages = Array.from({ length }, (_, i) => message(i + 1))
        const shown = order(
          messages,
          times.map((at) => note(at % (length + 1), at)),
        )
        expect(new Set(shown).size).toBe(length + times.length)
        expect(shown.filter((id) => id.startsWith('m'))).toEqual(messages.map(({ id }) => id))
      }),
    )
  })
  it('shows a correction in the place of what it corrects, and by itself where that is not shown', () => {
    const correction = own(3, { kind: 'correction', corrects: 1 })
    expect(order([own(1), message(2), correction], [])).toEqual(['m1', 'm2'])
    expect(order([message(2), correction], [])).toEqual(['m2', 'm3'])
  })
})

describe('the message that can be corrected', () => {
  it('is the newest text of one’s own, corrected before or not', () => {
    const corrected = own(2, { correctedTo: 'better' })
    const correction = own(3, { kind: 'correction', corrects: 2 })
    expect(correctable([own(1), corrected, correction, message(4)])).toBe(corrected)
  })
  it('is none when there is none, or when something else was sent last', () => {
    expect(correctable([message(1), message(2, { from: 'agent' })])).toBeUndefined()
    expect(correctable([own(1), own(2, { kind: 'file' })])).toBeUndefined()
  })
})

describe('the read mark', () => {
  it('stands at the newest message of a person that the customer has read', () => {
    const messages = [own(1), message(2), own(3), message(4), own(5)]
    expect(lastRead(messages, 4)).toBe(3)
    expect(lastRead(messages, 5)).toBe(5)
    expect(lastRead(messages, 0)).toBeUndefined()
  })
})
