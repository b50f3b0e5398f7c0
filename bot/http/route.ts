import type { IncomingHttpHeaders } from 'node:http'

/** What a route gets to know of a request, free of the HTTP library. */
export interface HttpRequest {
  method: string
  /** As sent, without the query. */
  path: string
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  headers: IncomingHttpHeaders
  /** Parsed JSON; undefined when there was no body. */
  body: unknown
  /**
   * The body as bytes, for routes that take files: read only when asked for, so that nobody's bytes are taken in before it
   * is known who they are. Once, and not where `body` was read.
   * @param limit the most it may have
   * @throws CandorError BODY_TOO_LARGE, BODY_INVALID
   */
  bytes(limit: number): Promise<Uint8Array>
  client: HttpClient
}

/** Where a request comes from, and how this server is reached from there. */
export interface HttpClient {
  /** The customer's own address as far as the proxies in front can be believed. */
  ip: string
  /** True when the connection comes straight from this machine, not through a proxy. */
  loopback: boolean
  /** `https:` when the customer's connection is encrypted. */
  protocol: 'http:' | 'https:'
  /** Host and port as the customer wrote them. */
  host: string
}

export interface HttpReply {
  status: number
  headers?: Record<string, string>
  /** An object goes out as JSON, bytes as they are. */
  body?: object | Uint8Array
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE'
  /** With `:name` for parameters. */
  path: string
  handle(request: HttpRequest): Promise<HttpReply>
  /** False for files and pages: the handler reads no JSON, so none is read for it. */
  readsBody?: boolean
}

/** How the server is reached by whoever sent the request, e.g. `https://shop.example`. */
export function originOf({ protocol, host }: HttpClient): string {
  return `${protocol}//${host}`
}

export function ok(body: object): HttpReply {
  return { status: 200, body }
}
