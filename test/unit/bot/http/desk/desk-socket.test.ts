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
  it('says once that the queue changed, a quarter of a second after it began to', async () => {
    for (let count = 0; count < 100; count++) desk.queueChanged()
    vi.advanceTimersByTime(249)
    desk.queueChanged()
    expect(await arrived()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(await arrived()).toEqual(['queue'])
    desk.queueChanged()
    vi.advanceTimersByTime(250)
    expect(await arrived()).toEqual(['queue', 'queue'])
    vi.advanceTimersByTime(10_000)
    expect(await arrived()).toEqual(['queue', 'queue'])
  })

  it('tells of a conversation at once, whatever waits to be said of the queue', async () => {
    desk.follow({ c: 0 })
    desk.queueChanged()
    desk.changed('c')
    desk.changed('of somebody else')
    expect(await arrived()).toEqual(['conversation'])
  })
})
