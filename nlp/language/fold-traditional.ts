import { SIMPLIFIED, TRADITIONAL } from './traditional-characters.ts'

const simplifiedOf = new Map([...TRADITIONAL].map((char, i) => [char, SIMPLIFIED[i] ?? char]))
const ANY_HAN = /\p{Script=Han}/gu

/** Traditional characters as simplified ones; every character keeps its place. */
export function foldTraditional(text: string): string {
  return text.replace(ANY_HAN, (char) => simplifiedOf.get(char) ?? char)
}
