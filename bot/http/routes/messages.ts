import type { BotFramework } from '../../channels/index.ts'
import type { Route } from '../route.ts'

/** POST /api/messages: the address that a bot registration, or the Agents Playground, is given. */
export function messagesRoute(channel: BotFramework): Route {
  return {
    method: 'POST',
    path: '/api/messages',
    handle: ({ headers, body, client }) =>
      channel.receive({ authorization: headers.authorization, body, loopback: client.loopback }),
  }
}
