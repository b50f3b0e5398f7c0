import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import type { CandorChannelData } from '../../../bot/http/api.ts'
import { newToken } from '../../contract/channels/channel-under-test.ts'
import { call } from '../../contract/channels/http-call.ts'
import { underWay } from './under-way.ts'

/** Somebody at the web chat, as the page behaves: it streams, and says when its person types and reads. */
export interface Customer {
  /** By text, each of which is unlike any other: when it was sent. */
  sentAt: Map<string, number>
  write(text: string): Promise<void>
  /** Stops listening, and ends when nothing is on the way any more. */
  leave(): Promise<void>
}

interface Streamed {
  activities: { type: string; channelData?: { candor?: CandorChannelData & { seq?: number } } }[]
  watermark?: string
}

/** Comes, and asks for a person. */
export async function openCustomer(url: string): Promise<Customer> {
  const { token, conversationId } = await newToken(url)
  const headers = { authorization: `Bearer ${token}` }
  const post = async (activity: object) => {
    const path = `/v3/directline/conversations/${conversationId}/activities`
    const body = { from: { id: 'me' }, ...activity }
    const { status, text } = await call(url, path, { method: 'POST', headers, body })
    if (status !== 200) throw new Error(`not taken: ${status} ${text}`)
  }
  const message = (text: string) => post({ type: 'message', text, channelData: { clientActivityID: randomUUID() } })

  await message('I would like to talk to a person, please.')
  const started = await call(url, `/v3/directline/conversations/${conversationId}`, {
    headers: { ...headers, 'x-ms-bot-agent': 'candor-chat' },
  })
  const aside = underWay()
  const socket = new WebSocket(String(started.json.streamUrl))
  socket.on('message', (data) => {
    const { activities, watermark } = JSON.parse(String(data)) as Streamed
    const isAgents = activities.some(({ channelData }) => channelData?.candor?.from === 'agent')
    if (isAgents) aside.begin(post({ type: 'event', name: 'candor/read', value: { seq: Number(watermark) } }))
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))

  const sentAt = new Map<string, number>()
  return {
    sentAt,
    async write(text) {
      const unlike = `${text} (${conversationId.slice(0, 6)}-${sentAt.size})`
      await post({ type: 'typing' })
      sentAt.set(unlike, performance.now())
      await message(unlike)
    },
    async leave() {
      socket.terminate()
      await aside.over()
    },
  }
}
