import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

export interface StaticFile {
  type: string
  etag: string
  cacheControl: string
  bytes: Uint8Array
  /** Where it is smaller. */
  gzipped?: Uint8Array
}

const ONE_YEAR = 31_536_000
const compress = promisify(gzip)

/**
 * Every built file, read once and kept by the address it is served at. A request is a look-up in this map and never
 * a path on the disk, so no request can name a file outside.
 *
 * @param root the folder of the build; may be missing, then there are no files
 */
export async function loadStaticFiles(root: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = new Map<string, StaticFile>()
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const full = join(entry.parentPath, entry.name)
    const address = `/${full.slice(root.length).replaceAll('\\', '/').replace(/^\/+/, '')}`
    const file = await staticFile(address, type, await readFile(full))
    for (const each of addressesOf(address)) files.set(each, file)
  }
  return files
}

/** `/desk/index.html` is also served as `/desk` and `/desk/`. */
function addressesOf(address: string): string[] {
  const folder = /^(.*\/)index\.html$/.exec(address)?.[1]
  if (folder === undefined) return [address]
  return folder === '/' ? [address, '/'] : [address, folder, folder.slice(0, -1)]
}

async function staticFile(address: string, type: string, bytes: Buffer): Promise<StaticFile> {
  const gzipped = /^(text|application|image\/svg)/.test(type) && bytes.length > 1024 ? await compress(bytes) : undefined
  return {
    type,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    // The name of a built asset holds its hash; anything else may change with the next build.
    cacheControl: address.startsWith('/assets/') ? `public, max-age=${ONE_YEAR}, immutable` : 'no-cache',
    bytes,
    ...(gzipped && gzipped.length < bytes.length && { gzipped }),
  }
}
