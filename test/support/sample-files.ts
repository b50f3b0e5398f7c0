/** The smallest files of each kind that is taken, made by hand. */
const base64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

/** One red point. */
export const PNG = base64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
)
export const GIF = base64('R0lGODlhAQABAIAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==')
/** The heads alone: nothing here decodes pictures. */
export const JPEG = latin1('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\xff\xd9')
export const WEBP = latin1('RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00')
export const PDF = latin1('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

export const SVG = latin1('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
export const HTML = latin1('<!doctype html><script>alert(1)</script>')

/** A file of this size that begins as `content` does. */
export function padded(content: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  bytes.set(content)
  return bytes
}
