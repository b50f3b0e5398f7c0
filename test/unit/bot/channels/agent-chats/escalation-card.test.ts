import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escalationCard } from '../../../../../bot/channels/agent-chats/escalation-card.ts'
import { CORNER_SHOP } from '../../../../contract/channels/corner-shop.ts'
import { conversation, escalation, message } from '../../../../contract/store/sample.ts'

const facts = (text = 'where is it') => ({
  state: 'waiting' as const,
  chat: { kind: 'personal' as const },
  escalation: escalation('e1', { need: 'return-item' }),
  conversation: conversation({ state: { ...conversation().state, details: { orderNumber: 'A-17' } } }),
  customerName: 'Chris',
  agentName: 'Anna',
  messages: [{ ...message('m1', { text }), conversationId: 'c1', seq: 1 }],
})

/** Everything that stands where Teams would read Markdown. */
const markdown = (card: unknown): string[] => {
  if (Array.isArray(card)) return card.flatMap(markdown)
  if (typeof card !== 'object' || card === null) return []
  const own = 'type' in card && card.type === 'TextBlock' ? [JSON.stringify(card)] : []
  return [...own, ...Object.values(card).flatMap(markdown)]
}

describe('an escalation’s card', () => {
  it.each([
    ['en', ['Chris is waiting for a person', 'Returns', 'Asked for a person', '60 %', 'orderNumber: A-17', 'Accept']],
    ['zh', ['Chris 正在等待人工客服', '退货', '要求转人工', '60 %', 'orderNumber: A-17', '接入']],
  ] as const)('says who, what and why, in %s', (language, wanted) => {
    const text = JSON.stringify(escalationCard(facts(), language, CORNER_SHOP))
    for (const each of wanted) expect(text).toContain(each)
  })

  it('shows what a customer wrote as text, whatever it is: no Markdown is read on it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const card = escalationCard(facts(text), 'en', CORNER_SHOP).content
        expect(JSON.stringify(card)).toContain(JSON.stringify(` ${text}`).slice(1, -1))
        expect(markdown(card)).toEqual([])
      }),
    )
  })

  it.each([
    ['waiting', ['accept', 'transcript']],
    ['open', ['write', 'transcript', undefined]],
    ['taken', ['transcript']],
    ['ended', ['transcript']],
  ] as const)('offers what can be done while it is %s, and the same to old clients', (state, verbs) => {
    const { actions } = escalationCard({ ...facts(), state }, 'en', CORNER_SHOP).content
    expect(actions.map(({ verb }: { verb?: string }) => verb)).toEqual(verbs)
    for (const { type, data, fallback } of actions) {
      if (type === 'Action.Execute') expect(fallback).toMatchObject({ type: 'Action.Submit', data })
    }
  })
})
