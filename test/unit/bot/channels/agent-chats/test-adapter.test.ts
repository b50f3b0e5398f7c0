import { TestAdapter } from 'botbuilder'
import { afterEach, describe, expect, it } from 'vitest'
import { agentChats } from '../../../../../bot/channels/agent-chats/agent-chats.ts'
import { linkCodeHash } from '../../../../../bot/channels/agent-chats/link-code.ts'
import { parseBotActivity } from '../../../../../bot/channels/bot-framework/from-activity.ts'
import { presences } from '../../../../../bot/escalation/presence.ts'
import { fixedClock } from '../../../../../domain/index.ts'
import { ANNA, type Company, openCompany } from '../../../../contract/channels/company.ts'
import { CORNER_SHOP } from '../../../../contract/channels/corner-shop.ts'
import { START } from '../../../../contract/store/sample.ts'

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
    const atDesk = presences({ people: store.people, clock, awayAfterSeconds: () => 60 })
    let told = 0
    atDesk.onChanged(() => told++)
    const chats = agentChats({ store, conversations, presences: atDesk, pack: () => CORNER_SHOP, clock })
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
    // So the desks see it, and the search for an agent looks at once.
    expect(told).toBe(1)
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
