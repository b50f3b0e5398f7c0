/** Row r has the entries `columns[offsets[r]..offsets[r+1]]` with `values` beside them. */
export interface SparseRows {
  size: number
  offsets: Int32Array
  columns: Int32Array
  values: Float32Array
}

export interface InformationOptions {
  /** Words on each side that count as context. */
  window: number
  /** Damps frequent contexts (Levy et al. 2015). */
  contextPower: number
}

/** Positive pointwise mutual information of words and their neighbours in the texts; -1 stands for an unknown word. */
export function positiveInformation(texts: Int32Array[], words: number, options: InformationOptions): SparseRows {
  const places: { text: Int32Array; at: number }[][] = Array.from({ length: words }, () => [])
  for (const text of texts) for (const [at, word] of text.entries()) if (word >= 0) places[word]?.push({ text, at })
  const neighbours = (word: number, tell: (other: number) => void) => {
    for (const { text, at } of places[word] ?? []) {
      const last = Math.min(text.length - 1, at + options.window)
      for (let i = Math.max(0, at - options.window); i <= last; i++) {
        const other = text[i] as number
        if (i !== at && other >= 0) tell(other)
      }
    }
  }
  const totals = new Float64Array(words)
  for (let word = 0; word < words; word++) neighbours(word, () => (totals[word] = (totals[word] as number) + 1))
  const sum = totals.reduce((a, b) => a + b, 0)
  const damped = totals.map((total) => total ** options.contextPower)
  const dampedSum = damped.reduce((a, b) => a + b, 0)

  const offsets = new Int32Array(words + 1)
  const columns: number[] = []
  const values: number[] = []
  const counts = new Float64Array(words)
  for (let word = 0; word < words; word++) {
    const seen: number[] = []
    neighbours(word, (other) => {
      if (counts[other] === 0) seen.push(other)
      counts[other] = (counts[other] as number) + 1
    })
    for (const other of seen.sort((a, b) => a - b)) {
      const joint = (counts[other] as number) / sum
      const apart = ((totals[word] as number) / sum) * ((damped[other] as number) / dampedSum)
      const information = Math.log(joint / apart)
      if (information > 0) {
        columns.push(other)
        values.push(information)
      }
      counts[other] = 0
    }
    offsets[word + 1] = columns.length
  }
  return { size: words, offsets, columns: Int32Array.from(columns), values: Float32Array.from(values) }
}
