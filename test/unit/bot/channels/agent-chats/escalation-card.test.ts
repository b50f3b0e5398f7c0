import { TestAdapter } from 'botbuilder'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { agentChats } from '../../../../../bot/channels/agent-chats/agent-chats.ts'
import { escalationCard } from '../../../../../bot/channels/agent-chats/escalation-card.ts'
import { linkCodeHash } from '../../../../../bot/channels/agent-chats/link-code.ts'
import { parseBotActivity } from '../../../../../bot/channels/bot-framework/from-activity.ts'
import { fixedClock } from '../../../../../domain/index.ts'
import { ANNA, type Company, openCompany } from '../../../../contract/channels/company.ts'
import { CORNER_SHOP } from '../../../../contract/channels/corner-shop.ts'
import { conversation, escalation, message, START } from '../../../../contract/store/sample.ts'

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

describe('an agent chat, in the SDK’s own test adapter', () => {
  let company: Company
  afterEach(() => company.stop())

  it('goes through linking, availability and leaving, in the agent’s language', async () => {
    const clock = fixedClock(START)
    company = await openCompany({ clock })
    const { store, conversations } = company
    await store.people.add({ ...ANNA, languages: ['zh'] })
    await store.agentChats.createLink(
      { codeHash: linkCodeHash('ABCD2345'), agentId: ANNA.id, expiresAt: START + 1 },
      START,
    )
    const chats = agentChats({ store, conversations, pack: () => CORNER_SHOP, clock })
    const adapter = new TestAdapter(
      async (context) => {
        const activity = parseBotActivity(JSON.parse(JSON.stringify(context.activity)))
        const answer = await chats.take(activity, activity.text ?? '', '{}')
        await context.sendActivities((answer?.replies ?? ['for the bot']).map((text) => ({ type: 'message', text })))
      },
      { channelId: 'msteams', serviceUrl: 'http://127.0.0.1/' },
    )
    const presence = async () => (await store.people.presences())[0]
    await adapter
      .send('上线')
      .assertReply('for the bot')
      .send('绑定 ABCD2345')
      .assertReply(({ text }) => expect(text).toContain('此聊天已与您绑定'))
      .send('上线')
      .assertReply(({ text }) => expect(text).toContain('您已上线'))
      .startTest()
    expect(await presence()).toEqual({ agentId: 'anna', available: true, until: START + 12 * 3_600_000, since: START })
    clock.advance(60_000)
    await adapter
      .send('离开')
      .assertReply(({ text }) => expect(text).toContain('您已离开'))
      .startTest()
    expect(await presence()).toMatchObject({ available: false, since: START + 60_000 })
    await adapter
      .send('解绑')
      .assertReply(({ text }) => expect(text).toContain('已解绑'))
      .send('上线')
      .assertReply('for the bot')
      .startTest()
  })
})
