import { describe, expect, it } from 'vitest'
import { factsOf, finalOutcome, gapCases } from '../../../../bot/learning/index.ts'
import type { Decision, Turn } from '../../../../domain/index.ts'
import { newDialogueState } from '../../../../domain/index.ts'
import type { EndedEpisode } from '../../../../store/index.ts'

const HOUR = 3_600_000
const WINDOW = { reopenWithinHours: 72 }

function episode(changes: Partial<EndedEpisode> = {}): EndedEpisode {
  return {
    conversationId: 'c',
    channel: 'web',
    number: 1,
    endedAt: 100,
    endedBy: 'idle',
    agentWrote: false,
    ...changes,
  }
}

function ending(decision: Decision, ...codes: 'answer-refused'[]) {
  return { lastTurn: { decision, gapReasons: codes.map((code) => ({ code, contribution: 0.5 })) } }
}

const ANSWER: Decision = { kind: 'answer', need: 'refund', confidence: 0.9 }
const ASK = { kind: 'ask', need: 'status', detail: 'orderNumber' } as const
const SMALLTALK: Decision = { kind: 'smalltalk', need: 'hello' }
const HANDOVER: Decision = { kind: 'escalate', reasons: ['asked-for-person'] }

describe('the facts of an episode', () => {
  it.each([
    ['silence after an answer says nothing', ending(ANSWER), undefined],
    ['silence after a list to choose from', ending({ kind: 'clarify', candidates: ['refund'] }), 'question-open'],
    ['silence after a question', ending(ASK), 'question-open'],
    [
      'silence after an answer and a question',
      ending({ kind: 'several', parts: [{ ...ANSWER }, ASK] }),
      'question-open',
    ],
    ['silence after two answers', ending({ kind: 'several', parts: [{ ...ANSWER }, { ...ANSWER }] }), undefined],
    ['silence after "I do not speak that language"', ending({ kind: 'decline-language' }), 'question-open'],
    ['a refusal that got no other answer', ending(SMALLTALK, 'answer-refused'), 'after-refusal'],
    ['a refusal that got another answer', ending(ANSWER, 'answer-refused'), undefined],
    ['silence after small talk', ending(SMALLTALK), undefined],
    ['given back by the agent without a word', ending(HANDOVER), 'in-queue'],
    ['given back by the agent with words', { ...ending(HANDOVER), agentWrote: true }, undefined],
    ['closed by the bot on thanks', { ...ending({ kind: 'resolve' }), endedBy: 'bot' as const }, undefined],
    ['closed by the agent', { ...ending(HANDOVER), endedBy: 'agent' as const }, undefined],
    ['a conversation in which the bot never spoke', {}, undefined],
  ])('%s', (_, changes, abandoned) => {
    expect(factsOf(episode(changes)).abandoned).toBe(abandoned)
  })

  it('tell the survey, the verdict and how soon the customer came back', () => {
    const told = episode({
      response: { rating: 2, resolved: false },
      verdict: 'resolved',
      reopenedAt: 100 + 3 * HOUR,
    })
    expect(factsOf(told)).toEqual({
      survey: { rating: 2, resolved: false },
      verdict: 'resolved',
      reopenedAfterHours: 3,
    })
  })

  it('give no outcome before the window to come back has passed', () => {
    const told = episode({ verdict: 'resolved' })
    expect(finalOutcome(told, WINDOW, 99 + 72 * HOUR)).toBeUndefined()
    expect(finalOutcome(told, WINDOW, 100 + 72 * HOUR)).toEqual({ kind: 'known', met: 1, source: 'agent' })
  })
})

function turn(seq: number, at: number, decision: Decision, kept = true): Turn {
  return {
    id: `t${seq}`,
    conversationId: 'c',
    seq,
    at,
    understanding: {
      language: 'zh',
      languageConfidence: 1,
      needs: [],
      outOfScope: 0,
      entities: [],
      sentiment: 0,
      why: [],
    },
    gap: { value: 0.5, parts: { understanding: 0, detail: 0, answer: 0 }, entropyBits: 0, reasons: [] },
    decision,
    deliberation: {
      before: newDialogueState(),
      belief: { needs: [], noneOfThem: 1 },
      answerAbove: 0.6,
      by: 'utility',
      alternatives: [],
      ...(kept && {
        gapEstimate: { modelId: 'prior', language: 'en', signs: { understanding: seq / 10, unheardOf: 7 } },
      }),
    },
    modelId: 'm',
    latencyMs: 1,
  }
}

const known = (met: number) => ({ kind: 'known', met, source: 'agent' }) as const
const targets = (cases: { unmet?: number }[]) => cases.map(({ unmet }) => unmet)

describe('what is learnt from an episode', () => {
  it('is how it turned out, at every turn with just what was known at it', () => {
    const cases = gapCases(episode(), known(0.75), [turn(1, 10, ANSWER), turn(3, 20, ANSWER)])
    expect(cases).toEqual([
      { conversationId: 'c', language: 'en', features: { understanding: 0.1 }, unmet: 0.25 },
      { conversationId: 'c', language: 'en', features: { understanding: 0.3 }, unmet: 0.25 },
    ])
  })

  it('is that the bot failed up to a handover, even where the agent succeeded', () => {
    const turns = [turn(1, 10, ANSWER), turn(3, 20, HANDOVER)]
    expect(targets(gapCases(episode({ endedBy: 'agent' }), known(1), turns))).toEqual([1, 1])
  })

  it('is how it turned out again after the agent gave the conversation back', () => {
    const turns = [turn(1, 10, HANDOVER), turn(5, 20, ANSWER)]
    expect(targets(gapCases(episode(), known(1), turns))).toEqual([1, 0])
  })

  it('is nothing of other episodes of the conversation', () => {
    const turns = [turn(1, 10, HANDOVER), turn(3, 50, HANDOVER), turn(5, 51, ANSWER), turn(7, 101, HANDOVER)]
    expect(targets(gapCases(episode({ previousEndAt: 50 }), known(1), turns))).toEqual([0])
  })

  it('is nothing where a version did not keep what was known', () => {
    expect(gapCases(episode(), known(1), [turn(1, 10, ANSWER, false)])).toEqual([])
  })
})
