/** Longest name, in characters; the extension is kept. */
const LIMIT = 100
/** Of a name that somebody has made very long no more than this is looked at. */
const READ = 1_000

/** Turn the rest of a line round, so that "exe.gpj" reads "jpg.exe" (Unicode Standard Annex 9). */
const DIRECTION_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** What Windows takes in no name. */
const RESERVED = /[<>:"|?*]/g

/**
 * A file's name as it is safe to show and to save under: without any path, control characters and tricks of direction,
 * not too long, and with an extension of its true kind.
 * @param extensions of the kind, without a dot; the first is put where the name has none of them; none: the kind is unknown
 */
export function fileName(given: string, extensions: readonly string[]): string {
  const end = given.slice(-READ).toWellFormed()
  const own = (end.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '')
    .replace(DIRECTION_CONTROLS, '')
    .replace(RESERVED, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const [, stem = own, extension = ''] = /^(.+)\.([^.]+)$/s.exec(own) ?? []
  const [body, ending] = extensions.includes(extension.toLowerCase()) ? [stem, extension] : [own, extensions[0] ?? '']
  const kept = Array.from(body || 'file')
    .slice(0, LIMIT - 1 - ending.length)
    .join('')
  return ending === '' ? kept : `${kept}.${ending}`
}
