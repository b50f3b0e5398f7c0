import { foldTraditional } from '../language/fold-traditional.ts'

/** Longer messages are stories; their signals stand at the start or the end. */
const READ_AT_MOST = 600

/** A message as wordings are looked for in it: bounded, in lower case, NFKC, simplified, single spaces, no sign at its end. */
export function plainForSignals(text: string): string {
  const bounded = text.length > READ_AT_MOST ? `${text.slice(0, 300)} ${text.slice(-300)}` : text
  return foldTraditional(bounded.normalize('NFKC'))
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.。~]+$/, '')
    .trim()
}
