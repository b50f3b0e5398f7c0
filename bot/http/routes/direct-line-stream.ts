import type { DirectLine } from '../../channels/index.ts'
import { originOf } from '../route.ts'
import type { SocketRoute } from '../upgrades.ts'

/** The WebSocket behind a streamUrl. */
export function directLineStream(channel: DirectLine): SocketRoute {
  return {
    path: /^\/v3\/directline\/conversations\/(?<id>[^/]+)\/stream$/,
    check: (request) =>
      channel.openStream({ origin: originOf(request.client) }, request.params.id ?? '', request.query),
  }
}
