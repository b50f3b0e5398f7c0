import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CannedReply, ChatToken, DeskConversation, DeskHelp, DeskQueue } from '../../../../bot/http/api.ts'
import { newToken } from '../../../contract/channels/channel-under-test.ts'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { CORNER_SHOP } from '../../../contract/channels/corner-shop.ts'
import { call, refusal } from '../../../contract/channels/http-call.ts'
import { type Desk, hire, signIn } from '../../../contract/channels/staff.ts'

let company: Company
let ben: Desk
beforeEach(async () => {
  company = await openCompany()
  ben = await signIn(company, await hire(company, 'Ben', 'agent'))
})
afterEach(() => company.stop())

async function writes({ conversationId, token }: ChatToken, activity: object): Promise<void> {
  await call(company.url, `/v3/directline/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: { type: 'message', from: { id: 'me' }, ...activity },
  })
}

/** A customer who writes some messages and comes to an agent, who accepts. */
async function served(...texts: string[]): Promise<ChatToken> {
  const customer = await newToken(company.url)
  for (const text of texts) await writes(customer, { text })
  const { waiting } = (await ben.get('/api/desk/queue')).json as unknown as DeskQueue
  await ben.send(`/api/desk/escalations/${waiting[0]?.id}/accept`)
  return customer
}

const at = ({ conversationId }: ChatToken) => `/api/desk/conversations/${conversationId}`
const says = (customer: ChatToken, text: string) => ben.send(`${at(customer)}/messages`, { text, clientId: text })
const helpFor = async (customer: ChatToken) => (await ben.get(`${at(customer)}/help`)).json as unknown as DeskHelp
const resolves = (customer: ChatToken, trueNeed: string) =>
  ben.send(`${at(customer)}/resolve`, { outcome: 'resolved', trueNeed })

describe('what helps an agent answer', () => {
  it('is what another agent said to a customer with the same need, with this customer’s details', async () => {
    const first = await served('I want to return it, the order is CD-104233', 'human please')
    await says(first, 'Good morning, I have booked a courier for CD-104233; please put it in a box.')
    await says(first, 'My own number is 0151 2345 6789, call me if nobody comes for it.')
    await resolves(first, 'return-item')

    const second = await served('may I return order CD-200300', 'human please')
    const { suggestions } = await helpFor(second)
    expect(suggestions.filter(({ from }) => from === 'resolved')).toEqual([
      {
        from: 'resolved',
        text: 'I have booked a courier for CD-200300; please put it in a box.',
        language: 'en',
        need: { en: 'Returns', zh: '退货' },
        used: 1,
        similarity: expect.any(Number),
      },
    ])
    expect(JSON.stringify(suggestions)).not.toMatch(/104233|0151/)
  })

  it('follows what the customer writes to the agent, with the pack’s answers first', async () => {
    const customer = await served('do you deliver on Sundays', 'human please')
    // The bot has said it already.
    expect((await helpFor(customer)).suggestions).toEqual([])
    await writes(customer, { text: 'and can I pay by card' })
    expect((await helpFor(customer)).suggestions[0]).toMatchObject({
      from: 'pack',
      text: 'Every card is fine.',
      need: { en: 'Paying by card', zh: '刷卡付款' },
    })
    await says(customer, 'Every card is fine.')
    expect((await helpFor(customer)).suggestions).toEqual([])
  })

  it('is in the language of the customer', async () => {
    const english = await served('a return please', 'human please')
    await says(english, 'You will find the return label in the parcel.')
    await resolves(english, 'return-item')
    const chinese = await served('我要退货', '转human')
    expect((await helpFor(chinese)).suggestions.filter(({ from }) => from === 'resolved')).toEqual([])
  })

  it('holds how the customer’s conversations ended, one that was reopened more than once', async () => {
    const customer = await served('a return please', 'human please')
    await resolves(customer, 'gift-wrap')
    await writes(customer, { text: 'human please, it is open again' })
    const { history } = await helpFor(customer)
    expect(history).toEqual([
      {
        conversationId: customer.conversationId,
        at: expect.any(Number),
        outcome: 'resolved',
        agentName: 'Ben',
        need: { en: 'Gift wrap', zh: '礼品包装' },
      },
    ])
  })

  it('begins with the need in one line, in both languages', async () => {
    const customer = await served('I want to return this', 'human please')
    const read = async () => (await ben.get(at(customer))).json as unknown as DeskConversation
    expect((await read()).inOneLine).toEqual({ en: 'Returns', zh: '退货' })
    await says(customer, 'Which one?')
    await writes(customer, { text: 'no, please wrap it as a gift' })
    expect((await read()).inOneLine).toEqual({ en: 'Gift wrap', zh: '礼品包装' })
  })

  it('is for those who work here, and for conversations that there are', async () => {
    const customer = await served('a return please', 'human please')
    expect(refusal(await call(company.url, `${at(customer)}/help`))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    expect(refusal(await call(company.url, '/api/desk/replies'))).toEqual({ status: 401, code: 'SIGN_IN_NEEDED' })
    expect(refusal(await ben.get('/api/desk/conversations/none/help'))).toEqual({
      status: 404,
      code: 'CONVERSATION_UNKNOWN',
    })
  })
})

describe('the replies of the pack', () => {
  it('come in the name of the agent and the company, with what differs left in braces', async () => {
    const hello = {
      name: 'hello',
      title: { en: 'Hello', zh: '问候' },
      text: {
        en: 'Hello {customer}, {agent} of {company} about {orderNumber}.',
        zh: '{customer}，我是{company}的{agent}。',
      },
    }
    await company.stop()
    company = await openCompany({ pack: { ...CORNER_SHOP, replies: [hello] } })
    ben = await signIn(company, await hire(company, 'Ben $&', 'agent'))
    const { replies } = (await ben.get('/api/desk/replies')).json as unknown as { replies: CannedReply[] }
    expect(replies).toEqual([
      {
        name: 'hello',
        title: { en: 'Hello', zh: '问候' },
        text: {
          en: 'Hello {customer}, Ben $& of Corner Shop about {orderNumber}.',
          zh: '{customer}，我是街角小店的Ben $&。',
        },
      },
    ])
  })

  it('are none where the pack has none', async () => {
    expect((await ben.get('/api/desk/replies')).json).toEqual({ replies: [] })
  })
})
