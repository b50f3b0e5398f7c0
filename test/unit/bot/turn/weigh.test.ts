import { describe, expect, it } from 'vitest'
import type { Mind } from '../../../../bot/turn/mind.ts'
import { type TurnOutcome, takeTurn } from '../../../../bot/turn/take-turn.ts'
import { newDialogueState } from '../../../../domain/index.ts'
import type { Stakes } from '../../../../nlp/index.ts'
import { scriptedMind } from '../../../support/minds.ts'

const script = {
  'refund please': { refund: 0.95 },
  'refund, I think': { refund: 0.8 },
  'refund or exchange': { refund: 0.5, exchange: 0.45 },
  'the moon': {},
  'where is it': { status: 0.95 },
}
const mind = scriptedMind(script)

function say(text: string, with_: Mind = mind, segment?: string): TurnOutcome {
  const said = { text, seq: 1, now: 0, fallbackLanguage: 'en' } as const
  return takeTurn(with_, newDialogueState(), segment === undefined ? said : { ...said, segment })
}

function withStakes(byNeed: Record<string, Partial<Stakes>>, bySegment: Record<string, Partial<Stakes>> = {}): Mind {
  return { ...mind, policy: { ...mind.policy, stakes: { ...mind.policy.stakes, byNeed, bySegment } } }
}

describe('weighing', () => {
  it('keeps what else could have been done, with its worth, best first', () => {
    const { deliberation, decision } = say('refund or exchange')
    expect(decision).toEqual({ kind: 'clarify', candidates: ['refund', 'exchange'] })
    expect(deliberation.by).toBe('utility')
    expect(deliberation.alternatives.map(({ kind }) => kind).toSorted()).toEqual(['answer', 'clarify', 'escalate'])
    const utilities = deliberation.alternatives.map(({ utility }) => utility)
    expect(utilities).toEqual(utilities.toSorted((a, b) => b - a))
  })

  it('says when a rule decided, which weighs nothing', () => {
    expect(say('a human, please').deliberation).toMatchObject({ by: 'rule', alternatives: [] })
  })

  it('offers a list where an answer would do, if a list is worth more', () => {
    expect(say('refund, I think').decision.kind).toBe('clarify')
    const cheapMistakes = withStakes({ refund: { wrongAnswer: 0, lostAfterWrong: 0 } })
    expect(say('refund, I think', cheapMistakes).decision.kind).toBe('answer')
  })

  it('hands over what is grave when wrong, and says that the risk was too large', () => {
    const grave = withStakes({ refund: { wrongAnswer: 1000, clarification: 1000 } })
    expect(say('refund please', grave).decision).toEqual({ kind: 'escalate', reasons: ['risk-too-large'] })
    expect(say('refund please').decision.kind).toBe('answer')
  })

  it('weighs by the customer’s segment', () => {
    const dear = withStakes({}, { vip: { handoff: 0, lostAfterHandoff: 0, personSolves: 1 } })
    expect(say('refund please', dear).decision.kind).toBe('answer')
    const outcome = say('refund please', dear, 'vip')
    expect(outcome.decision.kind).toBe('escalate')
    expect(outcome.deliberation.segment).toBe('vip')
  })

  it('never answers at or below the threshold, whatever an answer is worth', () => {
    const reckless = withStakes({ refund: { wrongAnswer: 0, lostAfterWrong: 0 } })
    const { probability = 0 } = say('refund please').deliberation.leading ?? {}
    expect(say('refund please', { ...reckless, answerAbove: probability }).decision.kind).not.toBe('answer')
    expect(say('refund please', { ...reckless, answerAbove: probability - 1e-9 }).decision.kind).toBe('answer')
  })

  it('asks what it cannot place to be said in other words before it takes a person’s time', () => {
    expect(say('the moon').decision).toEqual({ kind: 'clarify', candidates: [] })
  })

  it('offers no more needs than the list’s threshold lets in', () => {
    const strict = { ...mind, lists: { en: { threshold: 0.47 }, zh: { threshold: 0.47 } } }
    expect(say('refund or exchange', strict).decision).toEqual({ kind: 'clarify', candidates: ['refund'] })
  })

  it('sends a need to a person where the policy says so', () => {
    const policy = { ...mind.policy, decide: { ...mind.policy.decide, alwaysToPerson: ['refund'] } }
    expect(say('refund please', { ...mind, policy }).decision).toEqual({
      kind: 'escalate',
      reasons: ['need-requires-person'],
    })
  })
})
