/** A kind of file that is taken, told by its first bytes. */
export interface MediaType {
  mediaType: string
  /** The one that a name gets which has none of them comes first. */
  extensions: readonly [string, ...string[]]
  /** Bytes from the start of the file; null: any. */
  magic: readonly (number | null)[]
}

const bytesOf = (text: string) => [...Buffer.from(text, 'latin1')]
const ANY_FOUR = [null, null, null, null]

/**
 * What people send to a shop: pictures and documents. Nothing of it runs in a browser by itself; SVG and HTML do.
 * @see https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
 */
const MEDIA_TYPES: readonly MediaType[] = [
  { mediaType: 'image/png', extensions: ['png'], magic: [0x89, ...bytesOf('PNG\r\n'), 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], magic: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/gif', extensions: ['gif'], magic: bytesOf('GIF87a') },
  { mediaType: 'image/gif', extensions: ['gif'], magic: bytesOf('GIF89a') },
  { mediaType: 'image/webp', extensions: ['webp'], magic: [...bytesOf('RIFF'), ...ANY_FOUR, ...bytesOf('WEBPVP')] },
  // Readers look for it in the first kilobyte; at the very start, nothing else can stand before it.
  { mediaType: 'application/pdf', extensions: ['pdf'], magic: bytesOf('%PDF-') },
]

/** What the bytes are; undefined when it is nothing that is taken. */
export function mediaTypeOf(content: Uint8Array): MediaType | undefined {
  return MEDIA_TYPES.find(({ magic }) => magic.every((byte, at) => content[at] === (byte ?? content[at])))
}

/** Pictures are shown in place, everything else is a link. */
export function isImage(mediaType: string): boolean {
  return mediaType.startsWith('image/')
}
