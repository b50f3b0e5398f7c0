import { createHash } from 'node:crypto'
import { MINUTE_MS } from '../../../domain/index.ts'

/** Without those that are taken for one another when read aloud or copied by hand: 0 O, 1 I L. */
const CHARACTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 8

/** How long a code can be used, in milliseconds. */
export const LINK_CODE_MS = 15 * MINUTE_MS

/** @param random a whole number from 0 to below its argument, unguessable */
export function newLinkCode(random: (below: number) => number): string {
  return Array.from({ length: LENGTH }, () => CHARACTERS[random(CHARACTERS.length)]).join('')
}

/** What is stored of a code; upper and lower case are the same. */
export function linkCodeHash(code: string): string {
  return createHash('sha256').update(code.toUpperCase()).digest('base64url')
}
