import { describe, expect, it } from 'vitest'
import {
  crossValidateSatisfaction,
  type DialogueTurn,
  deserializeSatisfaction,
  estimateConversation,
  estimateDissatisfaction,
  judgeSatisfaction,
  priorSatisfaction,
  serializeSatisfaction,
  trainSatisfaction,
} from '../../../../../nlp/index.ts'
import { ratedDialogues } from './rated-dialogues.ts'

const both = [...ratedDialogues('en', 60, 1), ...ratedDialogues('zh', 60, 2)]
const trained = trainSatisfaction(both, { seed: 1 })

const angry: DialogueTurn[] = [
  { from: 'customer', text: 'Where is my parcel?' },
  { from: 'business', text: 'Sorry, we cannot do that.' },
  { from: 'customer', text: 'No, that is not what I asked' },
]
const pleased: DialogueTurn[] = [
  { from: 'customer', text: 'Where is my parcel?' },
  { from: 'business', text: 'Your parcel was booked for Tuesday.' },
  { from: 'customer', text: 'Great, thank you!' },
]

describe('an estimate at a turn', () => {
  it.each([
    ['a fresh install', priorSatisfaction()],
    ['a trained model', trained],
  ])('%s thinks worse of a refused answer than of thanks', (_, model) => {
    const bad = estimateDissatisfaction(model, 'en', angry)?.probability ?? 0
    const good = estimateDissatisfaction(model, 'en', pleased)?.probability ?? 1
    expect(bad).toBeGreaterThan(0.4)
    expect(good).toBeLessThan(0.2)
  })

  it('reads Chinese too, already with the prior', () => {
    const reading = (text: string) =>
      estimateDissatisfaction(priorSatisfaction(), 'zh', [{ from: 'customer', text }])?.probability ?? 0
    expect(reading('你们怎么回事，我说的不是这个')).toBeGreaterThan(0.4)
    expect(reading('好的，谢谢')).toBeLessThan(0.1)
  })

  it('uses nothing that was said later', () => {
    const soFar = estimateDissatisfaction(trained, 'en', angry)
    const whole = estimateConversation(trained, 'en', [...angry, ...pleased])
    expect(whole?.turns[2]?.dissatisfied).toBeCloseTo(soFar?.probability ?? -1, 12)
    expect(estimateDissatisfaction(trained, 'en', [...angry, { from: 'business', text: 'Booked!' }])).toEqual(soFar)
  })

  it('gives reasons that add up to the difference from an average turn', () => {
    const [bad, good] = [estimateDissatisfaction(trained, 'en', angry), estimateDissatisfaction(trained, 'en', pleased)]
    const sum = (estimate: typeof bad) => estimate?.reasons.reduce((total, each) => total + each.contribution, 0) ?? 0
    const usual = (bad?.probability ?? 0) - sum(bad)
    expect((good?.probability ?? 0) - sum(good)).toBeCloseTo(usual, 9)
    expect(usual).toBeGreaterThan(0)
    expect(usual).toBeLessThan(1)
    const strengths = bad?.reasons.map(({ contribution }) => Math.abs(contribution)) ?? []
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a))
  })

  it('names the refusal among the reasons of the prior', () => {
    const reasons = estimateDissatisfaction(priorSatisfaction(), 'en', angry)?.reasons ?? []
    const refusal = reasons.find(({ feature }) => feature === 'business:refusal')
    expect(refusal?.contribution).toBeGreaterThan(0)
  })

  it('quotes the words that counted where the wording as a whole did', () => {
    const reasons = estimateDissatisfaction(trained, 'en', angry)?.reasons ?? []
    const wording = reasons.find(({ feature }) => feature === 'wording:customer')
    expect(wording?.words?.length).toBeGreaterThan(0)
  })

  it('has nothing to say before the customer has', () => {
    expect(estimateDissatisfaction(trained, 'en', [{ from: 'business', text: 'Hello!' }])).toBeUndefined()
    expect(estimateConversation(trained, 'en', [])).toBeUndefined()
  })

  it.each(['', '   ', '\u0000\ud800', '?'.repeat(60_000), '好'.repeat(5_000), '#E-s[数字x]', '(('])(
    'stands any text (%#)',
    (text) => {
      const probability = estimateDissatisfaction(trained, 'zh', [{ from: 'customer', text }])?.probability ?? -1
      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThan(1)
    },
  )
})

describe('training', () => {
  it('is the same, byte for byte, for the same conversations and seed', () => {
    expect(serializeSatisfaction(trainSatisfaction(both, { seed: 1 }))).toEqual(serializeSatisfaction(trained))
  })

  it('beats the prior on conversations it has not seen', () => {
    const unseen = ratedDialogues('en', 60, 3)
    const prior = judgeSatisfaction(priorSatisfaction(), unseen).evaluation
    const learned = judgeSatisfaction(trained, unseen).evaluation
    expect(learned.turn.brier).toBeLessThan(prior.turn.brier ?? 0)
    expect(learned.conversation.mse).toBeLessThan(prior.conversation.mse ?? 0)
  })

  it('writes into the manifest what it learnt from, what was missing, and how good it is', () => {
    const { kind, dataHash, languages } = trained.manifest
    expect(kind).toBe('trained')
    expect(dataHash).toMatch(/^[0-9a-f]{64}$/)
    expect(languages.en).toMatchObject({ conversations: 60, turns: 60 * 5 - 9, unrated: 9 })
    expect(languages.en?.metrics?.auroc).toBeGreaterThan(0.7)
    expect(languages.en?.coefficients.thanks).toBeLessThan(0)
  })

  it('keeps the prior for a language with too few ratings, and refuses when no language has enough', () => {
    const onlyEnglish = trainSatisfaction([...ratedDialogues('en', 60, 1), ...ratedDialogues('zh', 5, 2)], { seed: 1 })
    expect(onlyEnglish.languages.zh).toEqual(priorSatisfaction().languages.zh)
    expect(() => trainSatisfaction(ratedDialogues('en', 5, 1), { seed: 1 })).toThrow(/TRAINING_TOO_LITTLE/)
  })

  it('forgets what only one customer wrote', () => {
    const [first, ...rest] = ratedDialogues('en', 40, 1)
    const named = first && {
      ...first,
      turns: [...first.turns, { from: 'customer' as const, text: 'I am Zaphod, thanks', satisfaction: 0.8 }],
    }
    const model = trainSatisfaction(named ? [named, ...rest] : rest, { seed: 1 })
    expect([...model.languages.en.columns.keys()].some((gram) => gram.includes('zaphod'))).toBe(false)
  })
})

describe('a stored model', () => {
  it('estimates as before after being written and read', () => {
    const again = deserializeSatisfaction(serializeSatisfaction(trained))
    expect(again.manifest).toEqual(trained.manifest)
    const before = estimateDissatisfaction(trained, 'en', angry)?.probability ?? 0
    expect(estimateDissatisfaction(again, 'en', angry)?.probability).toBeCloseTo(before, 6)
  })

  it('is refused when it is damaged', () => {
    const bytes = serializeSatisfaction(priorSatisfaction())
    expect(() => deserializeSatisfaction(bytes.slice(0, bytes.length / 2))).toThrow(/MODEL_UNREADABLE/)
    expect(() => deserializeSatisfaction(new Uint8Array([1, 2, 3]))).toThrow(/MODEL_UNREADABLE/)
  })

  it('says of the prior that it is one', () => {
    const { manifest } = deserializeSatisfaction(serializeSatisfaction(priorSatisfaction()))
    expect(manifest.kind).toBe('prior')
    expect(manifest.languages.en?.metrics).toBeNull()
  })
})

describe('evaluation', () => {
  it('judges every conversation by a model that has not seen it', () => {
    const { evaluation, turns } = crossValidateSatisfaction(ratedDialogues('en', 60, 1), 3, { seed: 1 })
    expect(evaluation.folds).toBe(3)
    expect(evaluation.conversation.n).toBe(60)
    expect(evaluation.turn.n).toBe(60 * 5 - 9)
    expect(turns).toHaveLength(evaluation.turn.n)
    expect(evaluation.turn.auroc).toBeGreaterThan(0.7)
    expect(evaluation.turn.auroc).toBeLessThan(1)
  })
})
