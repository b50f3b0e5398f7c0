import { type Activity, DirectLine } from 'botframework-directlinejs'
import XMLHttpRequestForNode from 'xhr2'
import type { CandorChannelData } from '../../../bot/http/api.ts'

// The official client expects a browser.
Object.assign(globalThis, { XMLHttpRequest: XMLHttpRequestForNode })

export interface OfficialChat {
  /** Everything the client has seen, in the order it came. */
  seen: Activity[]
  send(text: string, clientId: string): Promise<string>
  post(activity: object): Promise<string>
  /** Resolves when the client has seen `count` activities. */
  until(count: number): Promise<Activity[]>
  end(): void
  client: DirectLine
}

/** A customer with Microsoft's own client, unchanged. */
export function officialChat(url: string, options: object): OfficialChat {
  const client = new DirectLine({ domain: `${url}/v3/directline`, pollingInterval: 200, ...options })
  const seen: Activity[] = []
  const waiting = new Set<() => void>()
  client.activity$.subscribe({
    next(activity) {
      seen.push(activity)
      for (const look of waiting) look()
    },
    error() {},
  })
  const post = (activity: object) =>
    new Promise<string>((resolve, reject) =>
      client.postActivity(activity as Activity).subscribe({ next: resolve, error: reject }),
    )
  return {
    seen,
    client,
    post,
    send: (text, clientActivityID) =>
      post({ type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID } }),
    until: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (seen.length < count) return
          waiting.delete(look)
          resolve(seen)
        }
        waiting.add(look)
        look()
      }),
    end: () => client.end(),
  }
}

export function candorOf(activity: Activity | undefined): CandorChannelData | undefined {
  return (activity?.channelData as { candor?: CandorChannelData } | undefined)?.candor
}
