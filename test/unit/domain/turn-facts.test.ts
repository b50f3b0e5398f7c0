import { describe, expect, it } from 'vitest'
import { type Decision, type GapReason, newDialogueState, type Turn, turnFacts } from '../../../domain/index.ts'
import { turn } from '../../contract/store/sample.ts'

function thought(parts: {
  decision?: Decision
  reasons?: GapReason[]
  noneOfThem?: number
  answered?: boolean
  leading?: number
}): Turn {
  const noneOfThem = parts.noneOfThem ?? 0.1
  const base = turn('t', parts.decision && { decision: parts.decision })
  return {
    ...base,
    gap: { ...base.gap, reasons: parts.reasons ?? [] },
    deliberation: {
      before: { ...newDialogueState(), ...(parts.answered && { answered: { need: 'refund', times: 1 } }) },
      belief: { needs: [{ need: 'delivery', probability: 1 - noneOfThem }], noneOfThem },
      leading: { need: 'delivery', probability: parts.leading ?? 1 - noneOfThem },
      answerAbove: 0.75,
      by: 'utility',
      alternatives: [],
    },
  }
}

const ESCALATE = (reason: 'asked-for-person' | 'out-of-scope'): Decision => ({ kind: 'escalate', reasons: [reason] })

describe('what a turn is counted by', () => {
  it('is the need that it is about, where one is likely enough', () => {
    expect(turnFacts(thought({})).about).toBe('delivery')
    expect(turnFacts(thought({ leading: 0.19 })).about).toBeUndefined()
    expect(turnFacts(thought({ noneOfThem: 0.6 })).about).toBeUndefined()
  })

  it('is, for a refusal, the need that had been answered, whatever its words are like', () => {
    const reasons: GapReason[] = [{ code: 'answer-refused', contribution: 0.5 }]
    expect(turnFacts(thought({ reasons, answered: true })).about).toBe('refund')
    expect(turnFacts(thought({ reasons })).about).toBeUndefined()
  })

  it('is the need that it answered, when it answered one and nothing else', () => {
    const answer = { kind: 'answer', need: 'refund', confidence: 0.9 } as const
    expect(turnFacts(thought({ decision: answer })).answered).toBe('refund')
    expect(turnFacts(thought({ decision: { kind: 'several', parts: [answer] } })).answered).toBeUndefined()
  })

  it('is the objection to the last answer; a refusal says more than a repetition', () => {
    const repeated = { code: 'need-repeated', contribution: 0.3 } as const
    expect(turnFacts(thought({ reasons: [repeated] })).objection).toBe('repeated')
    const refused = { code: 'answer-refused', contribution: 0.1 } as const
    expect(turnFacts(thought({ reasons: [repeated, refused] })).objection).toBe('refused')
    expect(turnFacts(thought({})).objection).toBeUndefined()
  })

  it('is the part that adds most to the gap, over all of its reasons', () => {
    const reasons: GapReason[] = [
      { code: 'need-unclear', contribution: 0.3 },
      { code: 'sentiment-falling', contribution: 0.2 },
      { code: 'need-repeated', contribution: 0.2 },
      { code: 'usual-share', contribution: 0.9 },
    ]
    expect(turnFacts(thought({ reasons })).ledBy).toBe('answer')
    expect(turnFacts(thought({ reasons: [{ code: 'need-unclear', contribution: -0.1 }] })).ledBy).toBeUndefined()
  })

  it('is that no need covers it, when the bot believed in none', () => {
    expect(turnFacts(thought({ noneOfThem: 0.6 })).uncovered).toBe(true)
    expect(turnFacts(thought({ noneOfThem: 0.6, decision: ESCALATE('out-of-scope') })).uncovered).toBe(true)
    expect(turnFacts(thought({ noneOfThem: 0.4 })).uncovered).toBe(false)
    const { deliberation: _, ...old } = thought({ noneOfThem: 0.6 })
    expect(turnFacts(old).uncovered).toBe(false)
  })

  it('is not that no need covers it, when it is small talk, a call for a person, or a refusal', () => {
    const none = { noneOfThem: 0.9 }
    expect(turnFacts(thought({ ...none, decision: { kind: 'smalltalk', need: 'hello' } })).uncovered).toBe(false)
    expect(turnFacts(thought({ ...none, decision: { kind: 'decline-language' } })).uncovered).toBe(false)
    expect(turnFacts(thought({ ...none, decision: { kind: 'explain' } })).uncovered).toBe(false)
    expect(turnFacts(thought({ ...none, decision: ESCALATE('asked-for-person') })).uncovered).toBe(false)
    const refused: GapReason[] = [{ code: 'answer-refused', contribution: 0.5 }]
    expect(turnFacts(thought({ ...none, reasons: refused })).uncovered).toBe(false)
  })

  it('is whether an answer stood when the customer wrote', () => {
    expect(turnFacts(thought({ answered: true })).answerStood).toBe(true)
    expect(turnFacts(thought({})).answerStood).toBe(false)
  })
})
