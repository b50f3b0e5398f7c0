import { kmeans } from 'ml-kmeans'
import { normalizeText } from '../../../nlp/index.ts'
import { tokenize } from '../../../nlp/intent/tokens.ts'

/**
 * What one would write in an hour: TF-IDF of stems, or of Chinese characters and their neighbours, and k-means++ that is
 * told the true number of needs. Every message is in a cluster.
 * @returns places in `texts`, by cluster
 */
export function clusterPlainly(texts: string[], clusters: number, seed: number): number[][] {
  const documents = texts.map(termsOf)
  const frequency = new Map<string, number>()
  for (const terms of documents) for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const columns = new Map([...frequency].filter(([, df]) => df > 1).map(([term], column) => [term, column]))
  const rows = documents.map((terms) => {
    const row = new Array<number>(columns.size).fill(0)
    for (const term of terms) {
      const column = columns.get(term)
      const idf = Math.log((1 + texts.length) / (1 + (frequency.get(term) ?? 0))) + 1
      if (column !== undefined) row[column] = (row[column] as number) + idf
    }
    const length = Math.hypot(...row) || 1
    return row.map((value) => value / length)
  })
  const found = kmeans(rows, clusters, { seed, initialization: 'kmeans++' }).clusters
  const groups = Array.from({ length: clusters }, (): number[] => [])
  for (const [place, cluster] of found.entries()) groups[cluster]?.push(place)
  return groups.filter((group) => group.length > 0)
}

function termsOf(text: string): string[] {
  const { stems, hanRuns } = tokenize(normalizeText(text))
  return [
    ...stems,
    ...hanRuns.flatMap((run) => {
      const characters = [...run]
      return [...characters, ...characters.slice(1).map((character, i) => `${characters[i]}${character}`)]
    }),
  ]
}
