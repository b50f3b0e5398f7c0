import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Activity } from 'botbuilder'

export interface Connector {
  serviceUrl: string
  /** What was accepted, in the order it came. */
  accepted: Activity[]
  /** What was put in the place of something accepted before, by its id, in the order it came. */
  replaced: { id: string; activity: Activity }[]
  /** How the next requests are answered, one each; afterwards 200. */
  failWith(...statuses: number[]): void
  requests(): number
  stop(): Promise<void>
}

/** Stands in for Microsoft's connector service, to which bots push their messages: the one double, since it is their cloud. */
export async function openConnector(): Promise<Connector> {
  const accepted: Activity[] = []
  const replaced: Connector['replaced'] = []
  const failures: number[] = []
  let requests = 0
  const server = createServer(async (request, response) => {
    requests++
    const body = await textOf(request)
    const status = failures.shift() ?? 200
    const activity = JSON.parse(body) as Activity
    const id = decodeURIComponent(request.url?.split('/').at(-1) ?? '')
    if (status === 200 && request.method === 'PUT') replaced.push({ id, activity })
    else if (status === 200) accepted.push(activity)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(status === 200 ? { id: `pushed-${accepted.length}` } : { error: { code: 'Refused' } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    accepted,
    replaced,
    failWith: (...statuses) => void failures.push(...statuses),
    requests: () => requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
