import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { DeskFrame } from '../../../../../bot/http/api.ts'
import { type DeskSocket, deskSocket } from '../../../../../bot/http/desk/desk-socket.ts'
import { ANNA } from '../../../../contract/channels/company.ts'

let server: WebSocketServer
let client: WebSocket
let desk: DeskSocket
const frames: DeskFrame[] = []
beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  client.on('message', (data) => frames.push(JSON.parse(String(data)) as DeskFrame))
  const [socket] = (await once(server, 'connection')) as [WebSocket]
  await once(client, 'open')
  desk = deskSocket(socket, ANNA, async () => [])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  frames.splice(0)
  client.terminate()
  server.close()
})

/** Everything sent before has arrived when the answer to a ping has. */
async function arrived(): Promise<string[]> {
  client.ping()
  await once(client, 'pong')
  return frames.map(({ kind }) => kind)
}

describe('the line of one desk', () => {
  it('says that the queue changed once at once, and once more for everything within the next quarter of a second', async () => {
    desk.queueChanged()
    expect(await arrived()).toEqual(['queue'])
    for (let count = 0; count < 100; count++) desk.queueChanged()
    expect(await arrived()).toEqual(['queue'])
    vi.advanceTimersByTime(249)
    expect(await arrived()).toEqual(['queue'])
    vi.advanceTimersByTime(1)
    expect(await arrived()).toEqual(['queue', 'queue'])
    vi.advanceTimersByTime(10_000)
    expect(await arrived()).toEqual(['queue', 'queue'])
  })

  it('tells of a conversation while the queue rests', async () => {
    desk.follow({ c: 0 })
    desk.queueChanged()
    desk.queueChanged()
    await arrived()
    desk.changed('c')
    desk.changed('of somebody else')
    expect(await arrived()).toEqual(['queue', 'conversation'])
  })
})
