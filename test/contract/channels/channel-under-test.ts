import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChatToken } from '../../../bot/http/api.ts'
import type { Company } from './company.ts'
import { type Connector, openConnector } from './connector.ts'
import { type OfficialChat, officialChat } from './official-client.ts'

/** One customer on one channel, as the contract sees it. */
export interface CustomerLine {
  /** As Candor stores it. */
  conversationId: string
  /** Sends a message; the status is what the channel answered. */
  send(text: string, id: string): Promise<{ status: number; code?: string }>
  answerSurvey(surveyId: string): Promise<void>
  /** Everything the company said, in the order it arrived; waits until there are `count`. */
  heard(count: number): Promise<string[]>
  /** The channel's own life goes on while the company's server is away. */
  reconnect(company: Company): Promise<void>
  stop(): Promise<void>
}

export interface ChannelUnderTest {
  name: string
  openLine(company: Company): Promise<CustomerLine>
}

export const CHANNELS_UNDER_TEST: ChannelUnderTest[] = [
  { name: 'Direct Line, polling', openLine: (company) => directLineLine(company, false) },
  { name: 'Direct Line, WebSocket', openLine: (company) => directLineLine(company, true) },
  { name: 'Teams', openLine: (company) => botFrameworkLine(company, 'msteams') },
  { name: 'another Bot Framework channel', openLine: (company) => botFrameworkLine(company, 'emulator') },
]

const SURVEY_INPUTS = { candor: 'survey', rating: '4', resolved: 'yes', comment: 'quick' }

export async function newToken(url: string, body: object = {}): Promise<ChatToken> {
  const response = await fetch(`${url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`no token: ${response.status}`)
  return (await response.json()) as ChatToken
}

async function directLineLine(company: Company, webSocket: boolean): Promise<CustomerLine> {
  let { url } = company
  const token = await newToken(url)
  let chat = officialChat(url, { token: token.token, webSocket })
  const before: OfficialChat[] = []
  const companySaid = () =>
    [...before, chat]
      .flatMap(({ seen }) => seen)
      .flatMap((activity) => (activity.type === 'message' && activity.from.role === 'bot' ? [activity.text ?? ''] : []))
  const post = async (activity: object) => {
    const response = await fetch(`${url}/v3/directline/conversations/${token.conversationId}/activities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token.token}` },
      body: JSON.stringify({ type: 'message', from: { id: 'me' }, ...activity }),
    })
    return outcomeOf(response)
  }
  return {
    conversationId: token.conversationId,
    send: (text, id) => post({ text, channelData: { clientActivityID: id } }),
    answerSurvey: async (surveyId) => {
      await post({ value: { ...SURVEY_INPUTS, surveyId }, channelData: { clientActivityID: randomUUID() } })
    },
    heard: (count) => until(companySaid, count),
    async reconnect(other) {
      url = other.url
      const watermark = watermarkOf(chat)
      chat.end()
      before.push(chat)
      const { conversationId, customerKey } = token
      const again = await newToken(url, { conversationId, customerKey })
      chat = officialChat(url, { token: again.token, conversationId, watermark, webSocket })
    },
    async stop() {
      chat.end()
    },
  }
}

/** The client keeps its watermark to itself; it is the number of activities it has seen. */
function watermarkOf(chat: OfficialChat): string {
  return String(chat.seen.length)
}

async function botFrameworkLine(company: Company, channelId: string): Promise<CustomerLine> {
  let { url } = company
  const connector: Connector = await openConnector()
  const conversation = { id: `a:${randomUUID()}`, conversationType: 'personal' }
  const post = async (activity: object) =>
    outcomeOf(
      await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          channelId,
          serviceUrl: connector.serviceUrl,
          conversation,
          from: { id: '29:customer', name: 'Chris', aadObjectId: 'aad-1' },
          recipient: { id: '28:bot', name: 'bot' },
          locale: 'en-US',
          ...activity,
        }),
      }),
    )
  return {
    conversationId: `${channelId}:${conversation.id}`,
    send: (text, id) => post({ text, id, localTimestamp: `2026-11-22T10:00:00.${id}+08:00` }),
    answerSurvey: async (surveyId) => {
      await post({ id: randomUUID(), value: { ...SURVEY_INPUTS, surveyId } })
    },
    heard: (count) => until(() => connector.accepted.map(({ text }) => text ?? ''), count),
    async reconnect(other) {
      url = other.url
    },
    stop: () => connector.stop(),
  }
}

async function outcomeOf(response: Response): Promise<{ status: number; code?: string }> {
  const body = (await response.json().catch(() => ({}))) as { error?: { code: string } }
  return { status: response.status, ...(body.error && { code: body.error.code }) }
}

/** Waits until there are `count`, and then a moment more: one too many would come right behind. */
async function until(read: () => string[], count: number): Promise<string[]> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(10)) {
    if (read().length >= count) break
  }
  await sleep(300)
  return read()
}
