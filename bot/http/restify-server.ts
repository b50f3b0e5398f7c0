import { createServer, type Next, type Request, type Response, type Server } from 'restify'
import { CandorError } from '../../domain/index.ts'
import { corsHeaders } from './cors.ts'
import { errorReply, type ServerLog } from './error-reply.ts'
import { httpClient } from './http-client.ts'
import { readBody, readBytes } from './read-body.ts'
import type { HttpReply, Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'

export interface RestifyOptions {
  routes: Route[]
  log: ServerLog
  newId: () => string
  trustProxy: boolean
}

/** A restify server that serves routes: headers before everything, one shape for every error. */
export function restifyServer({ routes, log, newId, trustProxy }: RestifyOptions): Server {
  // The route of the pages matches every address, and so says nothing about which there are.
  const known = routes
    .filter(({ path }) => path !== '*')
    .map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`))
  const server = createServer({ name: '', ignoreTrailingSlash: false, maxParamLength: 300 })

  server.pre((request: Request, response: Response, next: Next) => {
    const path = pathOf(request)
    securityHeaders(path)(request, response, () => {})
    const cors = corsHeaders(path)
    for (const [name, value] of Object.entries(cors ?? {})) response.setHeader(name, value)
    if (cors && request.method === 'OPTIONS') {
      send(response, { status: 204 })
      return next(false)
    }
    return next()
  })

  for (const route of routes) {
    const handler = (request: Request, response: Response, next: Next) => {
      serve(route, request)
        .catch((error: unknown) => errorReply(error, log, newId))
        .then((reply) => send(response, reply))
        .catch((error: unknown) => log.error({ err: error }, 'a reply could not be sent'))
        .finally(() => next())
    }
    if (route.method === 'GET') {
      server.get(route.path, handler)
      server.head(route.path, handler)
    } else if (route.method === 'POST') server.post(route.path, handler)
    else server.del(route.path, handler)
  }

  // What restify itself refuses: unknown route, wrong method, undecodable address.
  server.on(
    'restifyError',
    (request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      if (!response.headersSent) send(response, errorReply(restifyProblem(request, error), log, newId))
      done()
    },
  )
  return server

  function restifyProblem(request: Request, error: { statusCode?: number }): unknown {
    const path = pathOf(request)
    const shown = path.slice(0, 200)
    if (error.statusCode === 405 && known.some((pattern) => pattern.test(path))) {
      return new CandorError('METHOD_NOT_ALLOWED', { path: shown, method: request.method ?? '' })
    }
    return (error.statusCode ?? 500) < 500 ? new CandorError('NOT_FOUND', { path: shown }) : error
  }

  async function serve(route: Route, request: Request): Promise<HttpReply> {
    return route.handle({
      method: request.method ?? 'GET',
      path: pathOf(request),
      params: request.params,
      query: new URLSearchParams(request.url?.split('?')[1] ?? ''),
      headers: request.headers,
      body: route.method === 'GET' || route.readsBody === false ? undefined : await readBody(request),
      bytes: (limit) => readBytes(request, limit),
      client: httpClient(request, trustProxy),
    })
  }
}

function pathOf(request: Request): string {
  return request.url?.split('?')[0] ?? '/'
}

function send(response: Response, { status, headers = {}, body }: HttpReply): void {
  // A body that was refused unread must not be taken for the next request.
  if (!response.req.complete) response.setHeader('Connection', 'close')
  if (body === undefined) response.send(status, undefined, headers)
  else if (body instanceof Uint8Array)
    response.sendRaw(status, Buffer.from(body.buffer, body.byteOffset, body.byteLength), headers)
  else {
    response.sendRaw(status, JSON.stringify(body), {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    })
  }
}
