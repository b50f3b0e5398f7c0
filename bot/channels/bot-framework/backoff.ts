import { CandorError, MINUTE_MS } from '../../../domain/index.ts'
import { statusOf } from './candor-adapter.ts'

/** After this many failed tries a message is given up: with the waits below, after about an hour. */
export const MAX_ATTEMPTS = 20
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 5 * MINUTE_MS

/**
 * When to try a delivery again: waits double from one second to five minutes.
 * What will not get better is given up at once: a refused serviceUrl, and the statuses with which a connector says
 * that the message or the conversation is wrong (400, 403, 404, 410, 413).
 *
 * @param attempts failed tries, this one included
 * @returns epoch milliseconds; null gives up
 */
export function nextAttempt(attempts: number, problem: unknown, now: number): number | null {
  const hopeless = problem instanceof CandorError && problem.code === 'SERVICE_URL_REFUSED'
  if (hopeless || attempts >= MAX_ATTEMPTS) return null
  const status = statusOf(problem)
  if (status !== undefined && [400, 403, 404, 410, 413].includes(status)) return null
  return now + Math.max(Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS), retryAfterMs(problem))
}

/** What a throttling connector asks for, in milliseconds; 0 when it asks for nothing. */
function retryAfterMs(problem: unknown): number {
  const response =
    typeof problem === 'object' && problem !== null && 'response' in problem ? problem.response : undefined
  const headers =
    typeof response === 'object' && response !== null && 'headers' in response ? response.headers : undefined
  if (typeof headers !== 'object' || headers === null || !('get' in headers) || typeof headers.get !== 'function')
    return 0
  const seconds = Number(headers.get('retry-after'))
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : 0
}
