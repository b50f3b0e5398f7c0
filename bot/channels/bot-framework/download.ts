/** A channel that has not given a file by then has not: it resends the message after 15 s, and that must not come first. */
const TIMEOUT_MS = 8_000

/**
 * Fetches a file, at most `limit` bytes, from exactly this address: whoever redirects could lead anywhere.
 * @returns undefined when it cannot be had, or is larger
 */
export async function download(url: string, headers: Headers, limit: number): Promise<Uint8Array | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(url, { headers, signal, redirect: 'error' })
    if (response.ok && response.body) return await upTo(limit, response.body)
    await response.body?.cancel()
    return undefined
  } catch {
    return undefined
  }
}

/** Counted as it comes: what a sender says of the length need not be so. Leaving the loop closes the connection. */
async function upTo(limit: number, stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
