import { request } from 'node:http'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  json: { error?: { code: string; message: string } } & Record<string, unknown>
}

export interface Call {
  method?: string
  headers?: Record<string, string>
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown
}

/** One request exactly as given: no client that tidies up the path, follows redirects or unpacks. */
export function call(url: string, path: string, { method = 'GET', headers = {}, body }: Call = {}): Promise<Answer> {
  const bytes = body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path,
        method,
        headers: {
          ...(bytes && { 'content-type': 'application/json', 'content-length': String(bytes.length) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          const isJson = response.headers['content-type']?.startsWith('application/json')
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            json: isJson ? (JSON.parse(text) as Answer['json']) : {},
          })
        })
      },
    )
    sent.on('error', reject)
    sent.end(bytes)
  })
}

/** Status and code, for one comparison. */
export function refusal({ status, json }: Answer): { status: number; code: string | undefined } {
  return { status, code: json.error?.code }
}
