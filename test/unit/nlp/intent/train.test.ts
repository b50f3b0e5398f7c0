import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../../bot/knowledge/index.ts'
import { CandorError } from '../../../../domain/index.ts'
import { classify, deserializeModel, serializeModel, trainIntentModel } from '../../../../nlp/index.ts'
import { smallShop } from '../small-shop.ts'

const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return error instanceof CandorError ? error.code : String(error)
  }
  return 'no error'
}

describe('training', () => {
  it('gives the same bytes for the same data and seed', () => {
    const once = serializeModel(trainIntentModel(smallShop, { seed: 3 }))
    const again = serializeModel(trainIntentModel(smallShop, { seed: 3 }))
    expect(Buffer.compare(once, again)).toBe(0)
  })

  it('tells data sets apart in the manifest', () => {
    const changed = { ...smallShop, examples: smallShop.examples.slice(1) }
    const hash = (set: typeof smallShop) => trainIntentModel(set, { seed: 3 }).manifest.dataHash
    expect(hash(changed)).not.toBe(hash(smallShop))
  })

  it('reports progress that only grows and ends at one', () => {
    const told: number[] = []
    trainIntentModel(smallShop, { seed: 1, onProgress: (done) => told.push(done) })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('stops when it is told to', () => {
    const stop = new AbortController()
    const act = () => trainIntentModel(smallShop, { seed: 1, signal: stop.signal, onProgress: () => stop.abort() })
    expect(act).toThrow('abort')
  })

  it('refuses one need, and a need with one example', () => {
    const oneNeed = { examples: smallShop.examples.filter((one) => one.need === 'refund'), outOfScope: [] }
    const oneExample = { examples: [...smallShop.examples, { text: 'hm', need: 'other' }], outOfScope: [] }
    expect(codeOf(() => trainIntentModel(oneNeed, { seed: 1 }))).toBe('TRAINING_TOO_LITTLE')
    expect(codeOf(() => trainIntentModel(oneExample, { seed: 1 }))).toBe('TRAINING_TOO_LITTLE')
  })

  it('takes whatever authors write as examples', () => {
    const texts = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', ' ', '?', '退', 'a', '\ud83d')),
      {
        minLength: 2,
        maxLength: 4,
      },
    )
    const sets = fc.record({ needs: fc.array(texts, { minLength: 2, maxLength: 4 }), outOfScope: texts })
    fc.assert(
      fc.property(sets, ({ needs, outOfScope }) => {
        const examples = needs.flatMap((own, i) => own.map((text) => ({ text, need: `need_${i}` })))
        const model = trainIntentModel({ examples, outOfScope }, { seed: 1 })
        for (const { text } of examples) {
          const result = classify(model, text)
          const sum = result.needs.reduce((total, need) => total + need.probability, result.outOfScope)
          expect(sum).toBeCloseTo(1, 6)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('learns from two needs with two examples each and no out-of-scope messages', () => {
    const tiny = {
      examples: [
        { text: 'where is my order', need: 'track' },
        { text: 'track my parcel', need: 'track' },
        { text: '我要退款', need: 'refund' },
        { text: '退钱', need: 'refund' },
      ],
      outOfScope: [],
    }
    expect(classify(trainIntentModel(tiny, { seed: 1 }), 'my parcel').needs[0]?.need).toBe('track')
  })
})

describe.each([
  { kind: 'a stored model', lexicon: {} },
  { kind: 'a stored model with a lexicon', lexicon: { lexicon: loadLexicon() } },
])('$kind', ({ lexicon }) => {
  const model = trainIntentModel(smallShop, { seed: 3, ...lexicon })
  const bytes = serializeModel(model)

  it('decides exactly as before it was stored', () => {
    for (const text of ['where is it', '退款', 'hello?', '']) {
      expect(classify(deserializeModel(bytes), text)).toEqual(classify(model, text))
    }
  })

  it('is refused with a clear error when it is damaged, cut off, of another format or something else', () => {
    const otherFormat = Uint8Array.from(bytes)
    otherFormat[4] = 99
    const damaged = Uint8Array.from(bytes)
    damaged.fill(7, bytes.length - 200)
    const candidates = [
      otherFormat,
      damaged,
      bytes.subarray(0, 40),
      bytes.subarray(0, bytes.length - 9),
      new Uint8Array(0),
    ]
    for (const candidate of [...candidates, Buffer.from('PK hello, this is no model at all')]) {
      expect(codeOf(() => deserializeModel(candidate))).toBe('MODEL_UNREADABLE')
    }
  })
})
