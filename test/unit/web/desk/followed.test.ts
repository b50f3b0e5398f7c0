import { describe, expect, it } from 'vitest'
import type { DeskConversation, DeskMessage, DeskQueue } from '../../../../bot/http/api.ts'
import { type Followed, hasGap, keptOf, positionsOf, withFrame, withRead } from '../../../../web/desk/followed.ts'

const messages = (...seqs: number[]): DeskMessage[] =>
  seqs.map((seq) => ({ id: `m${seq}`, seq, from: 'customer', at: seq, text: `t${seq}`, kind: 'text', mine: false }))

function conversation(id: string, seqs: number[], changes: Partial<DeskConversation> = {}): DeskConversation {
  return {
    id,
    owner: 'agent',
    mine: true,
    joined: false,
    channel: 'web',
    language: 'en',
    customer: { id: 'c', name: 'Chris', named: true, trust: { score: 0.5, low: 0, high: 1, n: 0 } },
    tried: [],
    messages: messages(...seqs),
    notes: [],
    inOneLine: { en: 'Refund', zh: '退款' },
    customerReadSeq: 0,
    promises: [],
    details: {},
    needs: [],
    ...changes,
  }
}

const frame = (conversationId: string, ...seqs: number[]) =>
  ({ kind: 'messages', conversationId, messages: messages(...seqs), lastSeq: seqs.at(-1) ?? 0 }) as const

const seqsOf = (followed: Followed, id: string) => followed[id]?.messages.map(({ seq }) => seq)

describe('the conversations of a desk', () => {
  it('keep what came while an older reading was on its way', () => {
    const before = withFrame(withRead({}, conversation('a', [1, 2])), frame('a', 3))
    const after = withRead(before, conversation('a', [1, 2], { owner: 'closed' }))
    expect(seqsOf(after, 'a')).toEqual([1, 2, 3])
    expect(after.a?.owner).toBe('closed')
  })

  it('ask for what is missing from before the gap', () => {
    const whole = withRead({}, conversation('a', [4, 5]))
    expect(hasGap(whole)).toBe(false)
    const torn = withFrame(whole, frame('a', 8, 9))
    expect(hasGap(torn)).toBe(true)
    expect(positionsOf(torn)).toEqual({ a: 5 })
    const mended = withFrame(torn, frame('a', 6, 7))
    expect(hasGap(mended)).toBe(false)
    expect(positionsOf(mended)).toEqual({ a: 9 })
  })

  it('know the furthest that the customer has read', () => {
    const read = (seq: number) => ({ kind: 'read', conversationId: 'a', seq }) as const
    const followed = [read(2), read(5), read(3)].reduce(withFrame, withRead({}, conversation('a', [1])))
    expect(withRead(followed, conversation('a', [1], { customerReadSeq: 4 })).a?.customerReadSeq).toBe(5)
  })

  it('take nothing in of a conversation that was never read', () => {
    expect(withFrame({}, frame('a', 1))).toEqual({})
  })

  it('are forgotten when they are neither open nor one of mine', () => {
    const followed = ['a', 'b', 'c'].reduce<Followed>((known, id) => withRead(known, conversation(id, [1])), {})
    const queue = { mine: [{ conversationId: 'b' }] } as DeskQueue
    expect(Object.keys(keptOf(followed, 'a', queue))).toEqual(['a', 'b'])
    expect(keptOf(followed, 'a', { mine: [{ conversationId: 'b' }, { conversationId: 'c' }] } as DeskQueue)).toBe(
      followed,
    )
  })
})
