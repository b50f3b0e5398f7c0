import { foldTraditional } from './fold-traditional.ts'

/** Longest part of a message that is looked at, in UTF-16 units. What follows is ignored. */
export const MAX_TEXT_LENGTH = 4000

// Zero-width and direction-changing characters, soft hyphens, variation selectors: they carry no meaning here
// and would hide words from the features.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const COMBINING = /[\u0300-\u036f]/g
const SPACES = /\s+/g

/**
 * The text in the one form that the classifier sees: at most {@link MAX_TEXT_LENGTH} units, well-formed UTF-16,
 * NFKC (full-width forms become plain), without invisible characters and accents, lower case, simplified Chinese, single spaces.
 * Never throws.
 */
export function normalizeText(text: string): string {
  const plain = boundText(text)
    .normalize('NFKC')
    .slice(0, MAX_TEXT_LENGTH) // NFKC can make one character eighteen.
    .replace(INVISIBLE, '')
    .normalize('NFD')
    .replace(COMBINING, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(SPACES, ' ')
    .trim()
  return foldTraditional(plain)
}

/** The first {@link MAX_TEXT_LENGTH} units with lone surrogates replaced, so that every later step has bounded, valid input. */
export function boundText(text: string): string {
  return text.slice(0, MAX_TEXT_LENGTH).toWellFormed()
}
