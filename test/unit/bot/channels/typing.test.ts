import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Company, openCompany } from '../../../contract/channels/company.ts'
import { type Connector, openConnector } from '../../../contract/channels/connector.ts'
import { call } from '../../../contract/channels/http-call.ts'
import { openLiveDesk } from '../../../contract/channels/live-desk.ts'
import { hire, signIn } from '../../../contract/channels/staff.ts'

let company: Company
let connector: Connector
beforeEach(async () => {
  company = await openCompany()
  connector = await openConnector()
})
afterEach(async () => {
  await company.stop()
  await connector.stop()
})

const fromTeams = (activity: object) =>
  call(company.url, '/api/messages', {
    method: 'POST',
    body: {
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      conversation: { id: 'a:1', conversationType: 'personal' },
      from: { id: '29:customer', name: 'Chris', aadObjectId: 'aad-1' },
      recipient: { id: '28:bot', name: 'bot' },
      ...activity,
    },
  })

describe('typing between a desk and Teams', () => {
  it('is shown on both sides, and is no message on either', async () => {
    const conversationId = 'msteams:a:1'
    await fromTeams({ type: 'message', id: '100', text: 'human please' })
    const ben = await signIn(company, await hire(company, 'ben', 'agent'))
    const [waiting] = await company.store.escalations.waiting(1)
    await ben.send(`/api/desk/escalations/${waiting?.id}/accept`)
    const live = await openLiveDesk(company.url, ben)
    const { lastSeq } = (await company.store.conversations.get(conversationId)) ?? { lastSeq: 0 }
    live.send({ kind: 'follow', conversations: { [conversationId]: lastSeq } })
    live.send({ kind: 'typing', conversationId })
    await expect.poll(() => connector.accepted.map(({ type }) => type)).toContain('typing')
    expect((await fromTeams({ type: 'typing' })).status).toBe(200)
    await live.until((frames) => frames.some(({ kind }) => kind === 'typing'))
    expect((await company.store.conversations.get(conversationId))?.lastSeq).toBe(lastSeq)
    await live.close()
  })
})
