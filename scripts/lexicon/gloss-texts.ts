import { readFileSync } from 'node:fs'

const PARTS = ['noun', 'verb', 'adj', 'adv']
const HYPERNYM = '@'

/**
 * One text per WordNet synset: its words, its gloss with the examples, and the words of what it is a kind of.
 * Format of the files: WordNet 3.1, wndb(5WN).
 */
export function readGlossTexts(folder: string): string[] {
  const synsets = new Map<string, { words: string[]; above: string[]; gloss: string }>()
  for (const part of PARTS) {
    for (const line of readFileSync(`${folder}/data.${part}`, 'latin1').split('\n')) {
      if (line === '' || line.startsWith(' ')) continue
      const bar = line.indexOf('|')
      const fields = line.slice(0, bar).trim().split(' ')
      const wordCount = Number.parseInt(fields[3] ?? '0', 16)
      const words = Array.from({ length: wordCount }, (_, i) => (fields[4 + 2 * i] ?? '').replace(/_|\(.*\)/g, ' '))
      const pointers = fields.slice(5 + 2 * wordCount)
      const above: string[] = []
      for (let i = 0; i + 3 < pointers.length; i += 4) {
        if (pointers[i] === HYPERNYM) above.push(`${letterOf(pointers[i + 2] ?? '')}${pointers[i + 1]}`)
      }
      synsets.set(`${letterOf(fields[2] ?? '')}${fields[0]}`, { words, above, gloss: line.slice(bar + 1) })
    }
  }
  return [...synsets.values()].map(({ words, above, gloss }) => {
    const kinds = above.flatMap((id) => synsets.get(id)?.words ?? [])
    return [...words, gloss, ...kinds].join(' ')
  })
}

// Satellite adjectives stand in the file of adjectives.
function letterOf(type: string): string {
  return type === 's' ? 'a' : type
}
