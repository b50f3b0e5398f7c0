import type { DirectLine } from '../../channels/index.ts'
import type { Attempts } from '../attempts.ts'
import { type HttpRequest, ok, originOf, type Route } from '../route.ts'

const BASE = '/v3/directline'
const OURS = /\bcandor-chat\b/

/**
 * Direct Line 3.0 over HTTP.
 * @param anonymousTokens counts tokens given to nobody in particular, by address
 * @param uploads counts uploads, by address
 */
export function directLineRoutes(channel: DirectLine, anonymousTokens: Attempts, uploads: Attempts): Route[] {
  const idOf = (request: HttpRequest) => request.params.id ?? ''
  return [
    {
      method: 'POST',
      path: `${BASE}/tokens/generate`,
      async handle(request) {
        // Straight from this machine come tests and replays, which are thousands of customers at once.
        if (request.headers.authorization === undefined && !request.client.loopback) {
          anonymousTokens.count(request.client.ip)
        }
        return ok(await channel.generateToken(callerOf(request), request.body))
      },
    },
    {
      method: 'POST',
      path: `${BASE}/tokens/refresh`,
      handle: async (request) => ok(await channel.refreshToken(callerOf(request))),
    },
    {
      method: 'POST',
      path: `${BASE}/conversations`,
      handle: async (request) => ({
        status: 201,
        body: await channel.startConversation(callerOf(request), request.body),
      }),
    },
    {
      method: 'GET',
      path: `${BASE}/conversations/:id`,
      handle: async (request) =>
        ok(await channel.reconnect(callerOf(request), idOf(request), request.query.get('watermark'))),
    },
    {
      method: 'POST',
      path: `${BASE}/conversations/:id/activities`,
      handle: async (request) => ok(await channel.post(callerOf(request), idOf(request), request.body)),
    },
    {
      method: 'GET',
      path: `${BASE}/conversations/:id/activities`,
      handle: async (request) =>
        ok(await channel.read(callerOf(request), idOf(request), request.query.get('watermark'))),
    },
    {
      method: 'GET',
      path: `${BASE}/conversations/:id/promises`,
      handle: async (request) => ok({ promises: await channel.promises(callerOf(request), idOf(request)) }),
    },
    {
      method: 'POST',
      path: `${BASE}/conversations/:id/upload`,
      readsBody: false,
      async handle(request) {
        if (!request.client.loopback) uploads.count(request.client.ip)
        const contentType = request.headers['content-type'] ?? ''
        return ok(await channel.upload(callerOf(request), idOf(request), { contentType, bytes: request.bytes }))
      },
    },
  ]
}

function callerOf({ headers, client }: HttpRequest) {
  return {
    authorization: headers.authorization,
    knowsCandor: OURS.test(String(headers['x-ms-bot-agent'] ?? '')),
    origin: originOf(client),
  }
}
