import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DeskMessage, DeskQueue } from '../../../bot/http/api.ts'
import { openLiveDesk } from '../../contract/channels/live-desk.ts'
import type { Desk } from '../../contract/channels/staff.ts'
import { underWay } from './under-way.ts'

/** Somebody at the desk, as the page behaves: it reads the queue when that changes, and says when its person types and reads. */
export interface BusyAgent {
  acceptUntilFull(conversations: number): Promise<void>
  /** By text: when it came, each time that it came. */
  arrivedAt: Map<string, number[]>
  /** Stops listening, and ends when nothing is on the way any more. */
  leave(): Promise<void>
}

/** Answers everything that comes after a moment. */
export async function busyAgent(url: string, desk: Desk): Promise<BusyAgent> {
  const live = await openLiveDesk(url, desk)
  const arrivedAt = new Map<string, number[]>()
  const aside = underWay()
  let chatting = false
  let reading = false
  let readAgain = false

  const queue = async () => (await desk.get('/api/desk/queue')).json as unknown as DeskQueue
  async function readQueue(): Promise<void> {
    readAgain = true
    if (reading) return
    reading = true
    while (readAgain) {
      readAgain = false
      await queue()
    }
    reading = false
  }

  async function answer(conversationId: string, { text }: DeskMessage): Promise<void> {
    live.send({ kind: 'typing', conversationId })
    await sleep(1_000)
    await desk.send(`/api/desk/conversations/${conversationId}/messages`, {
      text: `About "${text}": I am looking at it.`,
      clientId: randomUUID(),
    })
  }

  live.socket.on('message', (data) => {
    const now = performance.now()
    const frame = JSON.parse(String(data)) as (typeof live.frames)[number]
    if (!chatting) return
    if (frame.kind === 'queue') aside.begin(readQueue())
    if (frame.kind !== 'messages') return
    const { conversationId, lastSeq } = frame
    live.send({ kind: 'read', conversationId, seq: lastSeq })
    for (const message of frame.messages) {
      if (message.from !== 'customer') continue
      arrivedAt.set(message.text, [...(arrivedAt.get(message.text) ?? []), now])
      aside.begin(answer(conversationId, message))
    }
  })

  return {
    arrivedAt,
    async acceptUntilFull(conversations) {
      for (;;) {
        const { mine, waiting } = await queue()
        if (mine.length >= conversations) {
          const positions = mine.map(({ conversationId, lastSeq }) => [conversationId, lastSeq])
          chatting = true
          live.send({ kind: 'follow', conversations: Object.fromEntries(positions) })
          return
        }
        // Not all agents reach for the same one.
        const free = waiting.filter(({ offer }) => offer === undefined || offer.mine)
        const next = free[Math.floor(Math.random() * free.length)]
        if (next) await desk.send(`/api/desk/escalations/${next.id}/accept`)
        else await sleep(200)
      }
    },
    async leave() {
      live.socket.terminate()
      await aside.over()
    },
  }
}
