import { inflateSync } from 'node:zlib'
import { z } from 'zod'
import { CandorError } from '../../domain/index.ts'
import { createWordList, type WordList } from './word-list.ts'

/**
 * What words mean, learnt beforehand: a vector for each English stem, and for each Chinese word the English stems
 * that a dictionary explains it with. Built by scripts/build-lexicon.ts.
 */
export interface Lexicon {
  /** As it was read: a model carries its lexicon along. */
  bytes: Uint8Array
  dimensions: number
  /** Words of both languages have ids: English ones first. */
  size: number
  english: WordList
  chinese: WordList
  /** `target += weight * vector`, the vector having length 1. */
  addVector(id: number, weight: number, target: Float32Array): void
}

// Layout: "CLEX", bytes of the header (u32), header (JSON), then deflated: English stems and Chinese words
// (UTF-8, each list joined by line feeds), English vectors (i8), gloss sizes (u8), glosses (u16 ids of English stems).
const MAGIC = 'CLEX'
const PREFIX_BYTES = 8
const MAX_BYTES = 2 ** 26

const Header = z.strictObject({
  dimensions: z.int().min(1).max(1000),
  englishBytes: z.int().min(0),
  chineseBytes: z.int().min(0),
  glosses: z.int().min(0),
})

/** @throws CandorError MODEL_UNREADABLE when the bytes are no lexicon */
export function readLexicon(bytes: Uint8Array): Lexicon {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (buffer.toString('latin1', 0, 4) !== MAGIC) throw new RangeError('it does not begin with CLEX')
    const bodyAt = PREFIX_BYTES + buffer.readUInt32LE(4)
    const header = Header.parse(JSON.parse(buffer.toString('utf8', PREFIX_BYTES, bodyAt)))
    return open(bytes, header, inflateSync(buffer.subarray(bodyAt), { maxOutputLength: MAX_BYTES }))
  } catch (cause) {
    const problem = `its lexicon is damaged (${cause instanceof Error ? cause.message.slice(0, 100) : 'unknown'})`
    throw new CandorError(
      'MODEL_UNREADABLE',
      { problem, mend: 'Install Candor again: its own file is damaged.' },
      { cause },
    )
  }
}

function open(bytes: Uint8Array, header: z.infer<typeof Header>, body: Buffer): Lexicon {
  const { dimensions } = header
  let at = 0
  const take = (length: number) => {
    if (at + length > body.length) throw new RangeError('it is cut off')
    const part = body.subarray(at, at + length)
    at += length
    return part
  }
  const english = createWordList(take(header.englishBytes).toString('utf8'))
  const chinese = createWordList(take(header.chineseBytes).toString('utf8'))
  const vectors = new Int8Array(Uint8Array.from(take(english.size * dimensions)).buffer)
  const glossSizes = take(chinese.size)
  const glosses = new Uint16Array(Uint8Array.from(take(header.glosses * 2)).buffer)

  const lengths = new Float32Array(english.size)
  for (let id = 0; id < english.size; id++) {
    let square = 0
    for (let j = 0; j < dimensions; j++) square += (vectors[id * dimensions + j] as number) ** 2
    lengths[id] = Math.sqrt(square) || 1
  }
  const glossStarts = new Uint32Array(chinese.size + 1)
  const explains = new Uint32Array(english.size)
  for (let word = 0; word < chinese.size; word++)
    glossStarts[word + 1] = (glossStarts[word] as number) + (glossSizes[word] as number)
  for (const stem of glosses) explains[stem] = (explains[stem] as number) + 1

  const addEnglish = (id: number, weight: number, target: Float32Array) => {
    const factor = weight / (lengths[id] as number)
    for (let j = 0; j < dimensions; j++) {
      target[j] = (target[j] as number) + factor * (vectors[id * dimensions + j] as number)
    }
  }
  const scratch = new Float32Array(dimensions)
  return {
    bytes,
    dimensions,
    size: english.size + chinese.size,
    english,
    chinese,
    addVector(id, weight, target) {
      if (id < english.size) return addEnglish(id, weight, target)
      const word = id - english.size
      scratch.fill(0)
      for (let g = glossStarts[word] as number; g < (glossStarts[word + 1] as number); g++) {
        const stem = glosses[g] as number
        addEnglish(stem, damp((explains[stem] as number) / chinese.size), scratch)
      }
      let square = 0
      for (const value of scratch) square += value * value
      const factor = weight / (Math.sqrt(square) || 1)
      for (let j = 0; j < dimensions; j++) target[j] = (target[j] as number) + factor * (scratch[j] as number)
    },
  }
}

/** Words of half the glosses ("kind", "person") say little. @param share 0..1 of the glosses that have the stem */
function damp(share: number): number {
  return 1 / (1 + 300 * share)
}

/** Longest Chinese word that is looked for. */
const LONGEST_WORD = 4

/** Ids of the known words of a message: its English stems, and the longest Chinese words from left to right. */
export function wordIds(lexicon: Lexicon, stems: string[], hanRuns: string[]): number[] {
  const ids = stems.map((stem) => lexicon.english.find(stem)).filter((id) => id >= 0)
  for (const run of hanRuns) {
    for (let at = 0; at < run.length; ) {
      let length = Math.min(LONGEST_WORD, run.length - at)
      let id = lexicon.chinese.find(run.slice(at, at + length))
      while (id < 0 && length > 1) {
        length -= 1
        id = lexicon.chinese.find(run.slice(at, at + length))
      }
      if (id >= 0) ids.push(lexicon.english.size + id)
      at += length
    }
  }
  return ids
}
