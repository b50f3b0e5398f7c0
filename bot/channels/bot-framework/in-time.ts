import { setTimeout as sleep } from 'node:timers/promises'
import { CandorError } from '../../../domain/index.ts'

/** A connector that has not answered by then is taken as failed; the SDK itself would wait for ever. */
const PUSH_TIMEOUT_MS = 30_000

/** What the connector answers. @throws CandorError CONNECTOR_SILENT after 30 s without an answer */
export async function inTime<Result>(push: Promise<Result>): Promise<Result> {
  const timeout = new AbortController()
  const tooLate = sleep(PUSH_TIMEOUT_MS, undefined, { ref: false, signal: timeout.signal }).then(() => {
    throw new CandorError('CONNECTOR_SILENT', { seconds: PUSH_TIMEOUT_MS / 1000 })
  })
  try {
    return await Promise.race([push, tooLate])
  } finally {
    timeout.abort()
    tooLate.catch(() => {})
  }
}
