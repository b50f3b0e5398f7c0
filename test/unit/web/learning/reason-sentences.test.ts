import { describe, expect, it } from 'vitest'
import type {
  GapTryReason,
  GuardFinding,
  IntentTryReason,
  LearningTry,
  PolicyTryReason,
} from '../../../../bot/http/api.ts'
import { GUARDED_RATES, LANGUAGES } from '../../../../domain/index.ts'
import { findingSentence, reasonSentences } from '../../../../web/learning/reason-sentences.ts'
import { en } from '../../../../web/learning/words/en.ts'
import { zh } from '../../../../web/learning/words/zh.ts'

const dictionaries = { en, zh }
const judged = { cases: 120, gained: 17, lost: 3, p: 0.00131, level: 0.0125 }
const versus = { champion: 0.314, challenger: 0.271, p: 0.0021, level: 0.0125 }

// One for each code there is: one too few does not compile.
const INTENT_REASONS: { [Code in IntentTryReason['code']]: IntentTryReason & { code: Code } } = {
  'too-few-cases': { code: 'too-few-cases', cases: 12, needed: 30 },
  better: { code: 'better', ...judged },
  'not-better': { code: 'not-better', ...judged },
  surer: { code: 'surer', ...versus },
  'not-surer': { code: 'not-surer', ...versus },
  'new-needs': { code: 'new-needs', needs: ['gift-card', 'repair'] },
  'needs-gone': { code: 'needs-gone', needs: ['fax-us'] },
  'not-worse': { code: 'not-worse', among: 'other-needs', ...judged },
  worse: { code: 'worse', among: 'suite', ...judged },
  'calibration-kept': { code: 'calibration-kept', ...versus },
  'calibration-worse': { code: 'calibration-worse', ...versus },
  'out-of-scope-kept': { code: 'out-of-scope-kept', cases: 44, ...versus },
  'out-of-scope-worse': { code: 'out-of-scope-worse', cases: 44, ...versus },
  'language-worse': { code: 'language-worse', language: 'zh', ...judged },
}
const GAP_REASONS: { [Code in GapTryReason['code']]: GapTryReason & { code: Code } } = {
  'too-few-outcomes': { code: 'too-few-outcomes', outcomes: 31, needed: 50 },
  better: { code: 'better', ...versus },
  'not-better': { code: 'not-better', ...versus },
  'calibration-kept': { code: 'calibration-kept', ...versus },
  'calibration-worse': { code: 'calibration-worse', ...versus },
  'language-worse': { code: 'language-worse', language: 'en', ...versus },
}
const worth = { cases: 61, before: 0.184, after: 0.427, p: 0.0021, level: 0.025 }
const POLICY_REASONS: { [Code in PolicyTryReason['code']]: PolicyTryReason & { code: Code } } = {
  'too-few-cases': { code: 'too-few-cases', cases: 12, needed: 20 },
  better: { code: 'better', ...worth },
  'not-better': { code: 'not-better', ...worth },
  'language-worse': { code: 'language-worse', language: 'zh', ...worth },
}
const common = { id: 'm', at: 0, outcome: 'kept-back', serves: false } as const
const TRIES: LearningTry[] = [
  {
    ...common,
    kind: 'intents',
    startedBy: 'sweep',
    candidates: { learnt: 1, fresh: 1 },
    reasons: Object.values(INTENT_REASONS),
  },
  { ...common, kind: 'gap', reasons: Object.values(GAP_REASONS) },
  { ...common, kind: 'policy', waits: false, figures: [], reasons: Object.values(POLICY_REASONS) },
]

describe('why something took over or was kept back', () => {
  it.each(LANGUAGES)('has a sentence of its own for every reason in %s', (language) => {
    for (const one of TRIES) {
      const sentences = reasonSentences(one, language, dictionaries[language])
      expect(sentences).toHaveLength(one.reasons.length)
      expect(new Set(sentences).size).toBe(sentences.length)
      for (const [i, sentence] of sentences.entries()) {
        expect(sentence).toMatch(/[.。]$/)
        expect(sentence).not.toBe(one.reasons[i]?.code)
        expect(sentence).not.toMatch(/undefined|NaN|\[object/)
      }
    }
  })

  it('gives the figures that it rests on', () => {
    const [, better] = reasonSentences(TRIES[0] as LearningTry, 'en', en)
    expect(better).toMatch(/120 messages, 17 only it reads right and 3 only the one before \(p = 0.0013; .*0.013/)
  })

  it('says what other figures of the policy would be worth', () => {
    expect(reasonSentences(TRIES[2] as LearningTry, 'en', en)[1]).toMatch(
      /61 conversations .* worth 0.427 each by the policy’s stakes, before 0.184 \(p = 0.0021; at most 0.025 /,
    )
  })

  it('of a newer server are shown by their code', () => {
    const newer = { ...TRIES[1], reasons: [{ code: 'newer' }] } as unknown as LearningTry
    expect(reasonSentences(newer, 'en', en)).toEqual(['newer'])
  })
})

describe('what the guard went by', () => {
  const finding = (rate: GuardFinding['rate']): GuardFinding => ({
    rate,
    before: { bad: 30, of: 200 },
    after: { bad: 61, of: 1200 },
    p: 0.00121,
    level: 0.00625,
  })

  it.each(LANGUAGES)('has a sentence of its own for every rate in %s', (language) => {
    const said = GUARDED_RATES.map((rate) => findingSentence(finding(rate), language, dictionaries[language]))
    expect(new Set(said).size).toBe(GUARDED_RATES.length)
    for (const sentence of said) expect(sentence).not.toMatch(/undefined|NaN|\[object/)
  })

  it('gives the figures before and after, and at what it counts as worse', () => {
    expect(findingSentence(finding('handed-over'), 'en', en)).toBe(
      'Conversations handed over: 61 of 1,200, before 30 of 200 (p = 0.0012; at most 0.0063 counts as worse).',
    )
    expect(findingSentence(finding('handed-over'), 'zh', zh)).toMatch(/1,200 个中有 61 个，此前 200 个中有 30 个/)
  })
})
