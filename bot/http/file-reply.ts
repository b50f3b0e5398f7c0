import type { StoredFile } from '../../store/index.ts'
import { isImage } from '../files/index.ts'
import type { HttpReply } from './route.ts'

/** A page that is open for a while asks again; a shared computer forgets soon. */
const CACHE_SECONDS = 3_600

/**
 * A stored file so that nothing in it can run: its kind is what its bytes are and nothing may guess another, no script or
 * form in it works, and what is no picture is saved rather than opened.
 * @param shownBy who may show it inside a page: pages of this server only, or of any site (the link is the credential)
 */
export function fileReply(file: StoredFile, shownBy: 'same-origin' | 'cross-origin'): HttpReply {
  return {
    status: 200,
    headers: {
      'Content-Type': file.mediaType,
      'Content-Disposition': disposition(isImage(file.mediaType) ? 'inline' : 'attachment', file.name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': shownBy,
      'Cache-Control': `private, max-age=${CACHE_SECONDS}, immutable`,
    },
    body: file.content,
  }
}

/** RFC 6266: the name in ASCII for old clients, and as it is (RFC 5987) for all others. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
