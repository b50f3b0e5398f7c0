import { CandorError, type Clock, DAY_MS } from '../../domain/index.ts'
import { signedTokens } from '../signed-tokens.ts'

/**
 * How long a link opens its file: whoever has the address has the file, so not for ever, but longer than a page stays open
 * or a message waits to be read. Every reading of the conversation gives new links.
 */
const LINK_SECONDS = (7 * DAY_MS) / 1000

/** One file of one conversation. */
export interface FileKey {
  conversationId: string
  fileId: string
}

/** Addresses under which a customer's client opens a file without any other credentials, as `<img>` does. */
export interface FileLinks {
  /** The address on this server, from the slash on. */
  path(key: FileKey): Promise<string>
  /** @throws CandorError FILE_LINK_INVALID when it has expired or is for another file */
  open(fileId: string, token: string): Promise<FileKey>
}

/** @param secret the signing key, at least 32 characters */
export function fileLinks(secret: string, clock: Clock): FileLinks {
  const tokens = signedTokens(secret, clock)
  return {
    async path({ conversationId, fileId }) {
      const token = await tokens.sign('file', { conv: conversationId, file: fileId }, LINK_SECONDS)
      return `/files/${fileId}?${new URLSearchParams({ t: token })}`
    },
    async open(fileId, token) {
      const claims = await tokens.verify('file', token, ['conv', 'file'])
      if (typeof claims === 'string' || claims.file !== fileId) throw new CandorError('FILE_LINK_INVALID')
      return { conversationId: claims.conv ?? '', fileId }
    },
  }
}
