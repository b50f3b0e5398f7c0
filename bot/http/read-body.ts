import type { IncomingMessage } from 'node:http'
import { CandorError } from '../../domain/index.ts'

/** Largest request body in bytes. */
const BODY_LIMIT = 256 * 1024

/**
 * Reads a JSON body. Bytes are counted as they come, and reading stops at the limit; compressed bodies are refused,
 * since a small one can unpack to a very large one. A cross-site form cannot send `application/json` unasked.
 *
 * @returns undefined for an empty body
 * @throws CandorError BODY_TOO_LARGE, BODY_INVALID
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) throw tooLarge()
  const encoding = request.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') {
    throw new CandorError('BODY_INVALID', { problem: `it is compressed (${encoding})`, mend: 'Send it uncompressed.' })
  }
  const bytes = await collect(request)
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

/** Listens rather than iterates: leaving an iteration early would close the connection before the answer is out. */
function collect(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= BODY_LIMIT) chunks.push(chunk)
      else reject(tooLarge())
      // Most clients read no answer before they have sent everything: so the rest is thrown away, up to a point.
      if (size > 16 * BODY_LIMIT) request.destroy()
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('aborted', () =>
      reject(new CandorError('BODY_INVALID', { problem: 'the connection broke off', mend: 'Send it again.' })),
    )
  })
}

function tooLarge(): CandorError {
  return new CandorError('BODY_TOO_LARGE', { limitBytes: BODY_LIMIT })
}
