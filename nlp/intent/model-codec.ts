import { deflateSync, inflateSync } from 'node:zlib'
import { z } from 'zod'
import { CandorError, LANGUAGES } from '../../domain/index.ts'
import { readLexicon } from '../lexicon/lexicon.ts'
import { columnMeans } from './column-weights.ts'
import { BLOCKS } from './features.ts'
import { type IntentModel, MODEL_FORMAT } from './model.ts'
import { createVocabulary } from './vocabulary.ts'

// Layout: "CNDR", format (u32), bytes of the header (u32), header (JSON), the lexicon as it was read, then deflated:
// hashes (u32 each), idf, scales, bias, damping, mean (f32 each), blocks (u8 each), weights (i8 each). Little-endian.
const MAGIC = 'CNDR'
const PREFIX_BYTES = 12
/** A model larger than this is none of ours; keeps a broken header from asking for the whole memory. */
const MAX_BYTES = 2 ** 30

const finite = z.number()
const Header = z.strictObject({
  needs: z.array(z.string()).min(2),
  threshold: finite,
  manifest: z.strictObject({
    formatVersion: finite,
    trainedWith: z.string(),
    dataHash: z.string(),
    seed: finite,
    examples: finite,
    needs: finite,
    metrics: z.strictObject({ accuracy: finite, ece: finite, outOfScopeAuroc: finite.nullable() }),
  }),
  features: z.int().min(1),
  unseenIdf: finite,
  lexiconBytes: z.int().min(0),
  scope: z.strictObject({ bias: finite, weights: z.array(finite) }),
  listCases: z.array(
    z.strictObject({
      language: z.enum(LANGUAGES),
      needs: z.array(z.strictObject({ need: z.string(), probability: finite })),
      // JSON leaves out what is undefined, and so does a list case.
      truth: z
        .string()
        .optional()
        .transform((truth) => truth),
    }),
  ),
})

/** The model as bytes; the same model gives the same bytes. */
export function serializeModel(model: IntentModel): Uint8Array {
  const { needs, threshold, manifest, vocabulary, reader, weights, scales, bias, scope, listCases } = model
  const { weighting, meaning } = reader
  const lexicon = meaning?.lexicon.bytes ?? new Uint8Array()
  const header: z.infer<typeof Header> = {
    needs,
    threshold,
    manifest,
    features: vocabulary.hashes.length,
    unseenIdf: weighting.unseenIdf,
    lexiconBytes: lexicon.length,
    scope,
    listCases: listCases.map((one) => ({ ...one, needs: [...one.needs] })),
  }
  const headerBytes = Buffer.from(JSON.stringify(header))
  const prefix = Buffer.alloc(PREFIX_BYTES)
  prefix.write(MAGIC, 'latin1')
  prefix.writeUInt32LE(MODEL_FORMAT, 4)
  prefix.writeUInt32LE(headerBytes.length, 8)
  const floats = [weighting.idf, scales, bias, ...(meaning ? [meaning.damping, meaning.mean] : [])]
  const body = Buffer.concat([vocabulary.hashes, ...floats, vocabulary.blocks, weights].map(bytesOf))
  return new Uint8Array(Buffer.concat([prefix, headerBytes, lexicon, deflateSync(body)]))
}

/** @throws CandorError MODEL_UNREADABLE when the bytes are damaged or of another format version */
export function deserializeModel(bytes: Uint8Array): IntentModel {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < PREFIX_BYTES || buffer.toString('latin1', 0, 4) !== MAGIC)
    throw unreadable('it is no Candor model')
  const format = buffer.readUInt32LE(4)
  if (format !== MODEL_FORMAT) throw unreadable(`it has format ${format}, this Candor reads ${MODEL_FORMAT}`)
  const lexiconAt = PREFIX_BYTES + buffer.readUInt32LE(8)
  const { features, unseenIdf, lexiconBytes, ...header } = readHeader(buffer.subarray(PREFIX_BYTES, lexiconAt))
  const bodyAt = lexiconAt + lexiconBytes
  const lexicon = lexiconBytes === 0 ? undefined : readLexicon(bytes.slice(lexiconAt, bodyAt))
  const classes = header.needs.length
  const dimensions = lexicon?.dimensions ?? 0
  const columns = features + dimensions
  const floats = [features, columns, classes, lexicon?.size ?? 0, dimensions]
  const expected = 4 * features + 4 * floats.reduce((sum, length) => sum + length, 0) + features + columns * classes
  const take = sequence(inflate(buffer.subarray(bodyAt), expected))
  const hashes = new Uint32Array(take(4 * features))
  const [idf, scales, bias, damping, mean] = floats.map((length) => new Float32Array(take(4 * length)))
  const blocks = new Uint8Array(take(features))
  const weights = new Int8Array(take(columns * classes))
  if (!idf || !scales || !bias || !damping || !mean) throw unreadable('it is cut off')
  if (blocks.some((block) => block >= BLOCKS.length)) throw unreadable('a feature stands in no block')
  return {
    ...header,
    vocabulary: createVocabulary(hashes, blocks),
    reader: { weighting: { idf, unseenIdf }, ...(lexicon && { meaning: { lexicon, damping, mean } }) },
    weights,
    scales,
    means: columnMeans(weights, columns),
    bias,
  }
}

function readHeader(bytes: Buffer): z.infer<typeof Header> {
  try {
    return Header.parse(JSON.parse(bytes.toString('utf8')))
  } catch (cause) {
    throw unreadable('its header is damaged', cause)
  }
}

function inflate(bytes: Buffer, expected: number): Buffer {
  if (expected > MAX_BYTES) throw unreadable(`it claims to have ${expected} bytes`)
  try {
    const body = inflateSync(bytes, { maxOutputLength: expected })
    if (body.length === expected) return body
  } catch (cause) {
    throw unreadable('its weights are damaged', cause)
  }
  throw unreadable('it is cut off')
}

// Each array gets a copy of its bytes, since a typed array must begin at a multiple of its element's size.
function sequence(body: Buffer): (length: number) => ArrayBuffer {
  let at = 0
  return (length) => {
    const part = Uint8Array.from(body.subarray(at, at + length))
    at += length
    return part.buffer
  }
}

function bytesOf(array: Uint32Array | Float32Array | Uint8Array | Int8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength)
}

function unreadable(problem: string, cause?: unknown): CandorError {
  const mend = 'Train it again with "npx candor train".'
  return new CandorError('MODEL_UNREADABLE', { problem, mend }, cause === undefined ? undefined : { cause })
}
