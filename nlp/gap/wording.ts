import type { Language } from '../../domain/index.ts'

/** How something is said in one language. */
export interface Wording {
  /** Any of these says it. */
  yes: readonly RegExp[]
  /** Said anywhere in the message, these take it back. */
  not?: readonly RegExp[]
  /** Parts of a message that only look like it ("travel agent", "don't transfer me"): left out before looking. */
  apart?: readonly RegExp[]
}

export type Wordings = Record<Language, Wording>

/**
 * Whether a message says it in any language, because customers mix them.
 * @param text bounded, in lower case, NFKC, simplified, single spaces; the patterns are linear on it
 */
export function says(wordings: Wordings, text: string): boolean {
  return Object.values(wordings).some(({ yes, not = [], apart = [] }) => {
    if (not.some((pattern) => pattern.test(text))) return false
    const heard = apart.reduce((rest, pattern) => rest.replaceAll(pattern, ' | '), text)
    return yes.some((pattern) => pattern.test(heard))
  })
}
