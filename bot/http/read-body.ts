import type { IncomingMessage } from 'node:http'
import { CandorError } from '../../domain/index.ts'

/** Largest JSON body in bytes. */
const BODY_LIMIT = 256 * 1024

/**
 * Reads a JSON body. Bytes are counted as they come, and reading stops at the limit; compressed bodies are refused,
 * since a small one can unpack to a very large one. A cross-site form cannot send `application/json` unasked.
 *
 * @returns undefined for an empty body
 * @throws CandorError BODY_TOO_LARGE, BODY_INVALID
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBytes(request, BODY_LIMIT)
  if (bytes.length === 0) return undefined
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    throw new CandorError('BODY_INVALID', { problem: 'it is not JSON', mend: 'Send it as application/json.' })
  }
  try {
    // `fatal`: bytes that are no UTF-8 are an error of the sender, not characters to guess.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new CandorError('BODY_INVALID', { problem: 'it is malformed JSON', mend: 'Send UTF-8 JSON.' }, { cause })
  }
}

/**
 * Reads a body as it comes.
 * @param limit the most it may have, in bytes
 * @throws CandorError BODY_TOO_LARGE; BODY_INVALID when it is compressed or breaks off
 */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit)
  const encoding = request.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') {
    throw new CandorError('BODY_INVALID', { problem: `it is compressed (${encoding})`, mend: 'Send it uncompressed.' })
  }
  return collect(request, limit)
}

/** Listens rather than iterates: leaving an iteration early would close the connection before the answer is out. */
function collect(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else reject(tooLarge(limit))
      // Most clients read no answer before they have sent everything: so the rest is thrown away, up to a point.
      if (size > limit + 16 * BODY_LIMIT) request.destroy()
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('aborted', () =>
      reject(new CandorError('BODY_INVALID', { problem: 'the connection broke off', mend: 'Send it again.' })),
    )
  })
}

function tooLarge(limitBytes: number): CandorError {
  return new CandorError('BODY_TOO_LARGE', { limitBytes })
}
