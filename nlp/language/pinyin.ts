import { PINYIN_SYLLABLES } from './pinyin-syllables.ts'

const syllableOf = new Map<string, string>()
for (const line of PINYIN_SYLLABLES.trim().split('\n')) {
  const [syllable = '', chars = ''] = line.split(' ')
  for (const char of chars) syllableOf.set(char, syllable)
}

/**
 * How a simplified character is mostly read, without tone; the character itself when that is not known.
 * Who types by sound and picks the wrong character (退宽 for 退款) still writes the right sound.
 */
export function soundOf(char: string): string {
  return syllableOf.get(char) ?? char
}
