import { CandorError, errorBody } from '../../domain/index.ts'
import type { ApiError } from './api.ts'
import type { HttpReply } from './route.ts'

/** The part of pino that the server writes to. */
export interface ServerLog {
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
}

/**
 * Every error as `{error: {code, message, details}}`. What nobody expected is logged under an incident id,
 * and the caller learns that id and nothing else.
 */
export function errorReply(error: unknown, log: ServerLog, newId: () => string): HttpReply {
  const known = error instanceof CandorError ? error : undefined
  if (known && known.status < 500) return reply(known)
  const incident = newId()
  log.error({ err: error, incident }, 'a request failed')
  // 503 is passed on as it is: it asks the caller to try again.
  return reply(known?.status === 503 ? known : new CandorError('INTERNAL', { incident }))
}

function reply(error: CandorError): HttpReply {
  const { seconds } = error.details
  return {
    status: error.status,
    ...(error.code === 'TOO_MANY_REQUESTS' && { headers: { 'Retry-After': String(seconds) } }),
    body: errorBody(error) satisfies ApiError,
  }
}
