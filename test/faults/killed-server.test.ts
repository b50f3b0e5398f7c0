import { afterAll, expect, it } from 'vitest'
import { type RunningServer, startServer, temporaryFolder } from '../support/running-server.ts'

const CHATS = 50
const MESSAGES_EACH = 4
const KILLS = 20

const folder = temporaryFolder()
let server: RunningServer | undefined

afterAll(async () => {
  await server?.stop()
  folder.remove()
})

interface StoredActivity {
  id: string
  type: string
  text?: string
  channelData?: { clientActivityID?: string; candor?: { from: string } }
}

/** Tries until the server answers: what a patient client does while the server is away. */
async function insist(url: () => string, path: string, init: () => RequestInit): Promise<Response> {
  for (;;) {
    try {
      const response = await fetch(`${url()}${path}`, { ...init(), signal: AbortSignal.timeout(5_000) })
      if (response.status < 500) return response
    } catch {
      // The server is down or was killed in the middle: its answer, if any, is lost.
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

it('loses and doubles nothing while it is killed 20 times during 50 chats', { timeout: 300_000 }, async () => {
  server = await startServer({ dataDir: folder.path })
  const { port } = server
  const url = () => `http://127.0.0.1:${port}`

  let chatting = true
  const chat = async (index: number) => {
    const token = await insist(url, '/v3/directline/tokens/generate', () => ({ method: 'POST' }))
    const opened = (await token.json()) as { token: string; conversationId: string }
    const headers = { authorization: `Bearer ${opened.token}`, 'content-type': 'application/json' }
    const path = `/v3/directline/conversations/${opened.conversationId}/activities`
    const acknowledged: string[] = []
    for (let n = 0; n < MESSAGES_EACH || (chatting && n < 400); n++) {
      const clientActivityID = `${index}-${n}`
      const body = JSON.stringify({ type: 'message', text: `hello ${n}`, channelData: { clientActivityID } })
      const response = await insist(url, path, () => ({ method: 'POST', headers, body }))
      expect(response.status, await response.clone().text()).toBe(200)
      acknowledged.push(clientActivityID)
    }
    return { path, headers, acknowledged }
  }

  const killing = (async () => {
    for (let kills = 0; kills < KILLS; kills++) {
      await new Promise((resolve) => setTimeout(resolve, 150 + ((kills * 97) % 200)))
      await server?.kill()
      server = await startServer({ dataDir: folder.path, port })
    }
    chatting = false
  })()
  const chats = await Promise.all(Array.from({ length: CHATS }, (_, index) => chat(index)))
  await killing

  for (const { path, headers, acknowledged } of chats) {
    const stored: StoredActivity[] = []
    for (let watermark = ''; ; ) {
      const response = await insist(url, `${path}${watermark}`, () => ({ headers }))
      const page = (await response.json()) as { activities: StoredActivity[]; watermark: string }
      if (page.activities.length === 0) break
      stored.push(...page.activities)
      watermark = `?watermark=${page.watermark}`
    }
    const own = stored.flatMap(({ channelData }) => channelData?.clientActivityID ?? [])
    // Exactly once each, in the order in which they were sent.
    expect(own).toEqual(acknowledged)
    expect(new Set(stored.map(({ id }) => id)).size).toBe(stored.length)
    // Stored with its message in one transaction: no message of a bot's conversation is left unanswered.
    const firstReply = stored.findIndex(({ channelData }) => channelData?.candor?.from === 'bot')
    expect(firstReply).toBe(1)
  }
})
