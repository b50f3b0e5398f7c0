import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PolicyComparison } from '../../../../bot/http/api.ts'
import { compareConversation, type TurnComparison } from '../../../../bot/what-if/compare-conversation.ts'
import { comparisonTally } from '../../../../bot/what-if/comparison-tally.ts'
import { truthOf, verdictOn } from '../../../../bot/what-if/truth.ts'
import type { Decision, TurnLabel } from '../../../../domain/index.ts'
import type { RecordedConversation } from '../../../../store/index.ts'
import { conversationTexts, label, labels, mindWith, otherMinds, recording } from './recordings.ts'

const inForce = mindWith()

/** Conversations of every kind: labelled or not, some turns of an older version, some without their text. */
const records = fc.array(
  fc.record({ texts: conversationTexts, labels: fc.array(labels, { minLength: 6, maxLength: 6 }), holes: fc.nat(40) }),
  { maxLength: 8 },
)

function recordingsOf(given: { texts: string[]; labels: TurnLabel[][]; holes: number }[]): RecordedConversation[] {
  return given.map(({ texts, labels: said, holes }, i) => {
    const conversation = recording(inForce, `c${i}`, texts)
    for (const [k, turn] of conversation.turns.entries()) {
      turn.labels = said[k] ?? []
      if (holes === k) delete turn.message
      if (holes === k + 10) delete turn.turn.deliberation
    }
    return conversation
  })
}

type Pair = [RecordedConversation, TurnComparison[]]

/** The same counts once more, one figure at a time, as a clerk with a list would. */
function naive(pairs: Pair[]) {
  const rows = pairs.flatMap(([conversation, turns]) =>
    turns.map((turn, i) => ({ conversation, turn, recorded: conversation.turns[i], i })),
  )
  const compared = rows.flatMap((row) => (row.turn.kind === 'compared' ? [{ ...row, turn: row.turn }] : []))
  const different = compared.filter(({ turn }) => turn.differs)
  const is = (decision: Decision, kind: string) =>
    kind === 'answer' ? JSON.stringify(decision).includes('"kind":"answer"') : decision.kind === kind
  const change = (kind: string) => ({
    more: different.filter(({ turn }) => is(turn.after, kind) && !is(turn.before, kind)).length,
    fewer: different.filter(({ turn }) => !is(turn.after, kind) && is(turn.before, kind)).length,
  })
  const meantOf = (row: (typeof compared)[number]) => {
    const given = row.recorded?.labels ?? []
    for (const source of ['check', 'agent', 'pick']) {
      const meant = given.find((one) => one.source === source)?.meant
      if (meant?.kind === 'need') return meant.need
      if (meant?.kind === 'none') return 'none of them'
    }
    return undefined
  }
  const isWrong = (decision: Decision, meant: string) =>
    is(decision, 'answer') && !JSON.stringify(decision).includes(`"kind":"answer","need":"${meant}"`)
  const known = compared.flatMap((row) => {
    const meant = meantOf(row)
    return meant === undefined ? [] : [{ ...row, meant }]
  })
  return {
    conversations: new Set(compared.map(({ conversation }) => conversation.id)).size,
    changedConversations: new Set(different.map(({ conversation }) => conversation.id)).size,
    compared: compared.length,
    handovers: change('escalate'),
    answers: change('answer'),
    lists: change('clarify'),
    messages: known.length,
    wrongBefore: known.filter(({ turn, meant }) => isWrong(turn.before, meant)).length,
    wrongAfter: known.filter(({ turn, meant }) => isWrong(turn.after, meant)).length,
    newlyUnknown: different.filter(
      (row) => is(row.turn.after, 'answer') && !is(row.turn.before, 'answer') && meantOf(row) === undefined,
    ).length,
  }
}

function tallied(pairs: Pair[]): Omit<PolicyComparison, 'from' | 'to' | 'timeZone' | 'cappedAt' | 'notTried'> {
  const tally = comparisonTally(inForce.needs)
  for (const [conversation, turns] of pairs) tally.add(conversation, turns)
  return tally.figures()
}

describe('what a comparison adds up to', () => {
  it('agrees with a count made one figure at a time', () => {
    fc.assert(
      fc.property(otherMinds, records, (proposed, given) => {
        const pairs = recordingsOf(given).map((one): Pair => [one, compareConversation({ inForce, proposed }, one, [])])
        const figures = tallied(pairs)
        const { known } = figures.answered
        const both = ({ more, fewer }: { more: number; fewer: number }) => ({ more, fewer })
        expect({
          conversations: figures.conversations,
          changedConversations: figures.changedConversations,
          compared: figures.turns.compared,
          handovers: both(figures.handovers),
          answers: both(figures.answers),
          lists: both(figures.lists),
          messages: known.messages,
          wrongBefore: known.wrongBefore,
          wrongAfter: known.wrongAfter,
          newlyUnknown: known.newlyAnswered.unknown,
        }).toEqual(naive(pairs))
      }),
      { numRuns: 200 },
    )
  })

  it('puts every recorded turn in exactly one place, and every difference into the matrix once', () => {
    fc.assert(
      fc.property(otherMinds, records, (proposed, given) => {
        const recorded = recordingsOf(given)
        const figures = tallied(recorded.map((one) => [one, compareConversation({ inForce, proposed }, one, [])]))
        const { turns, matrix, answered, reproduced, expectedGain } = figures
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
        expect(turns.recorded).toBe(sum(recorded.map((one) => one.turns.length)))
        expect(turns.compared + turns.notKnown + sum(Object.values(turns.undecidable))).toBe(turns.recorded)
        expect(sum(matrix.map((cell) => cell.turns))).toBe(turns.compared)
        expect(sum(matrix.map((cell) => cell.differing))).toBe(figures.changedConversations)
        expect(reproduced).toEqual({ count: turns.compared + turns.notKnown, of: turns.compared + turns.notKnown })
        expect(expectedGain.of).toBe(figures.changedConversations)
        const { wrong, wrongBefore, wrongAfter } = answered.known
        expect(wrong.more - wrong.fewer).toBe(wrongAfter - wrongBefore)
        expect(answered.checked.messages).toBeLessThanOrEqual(answered.known.messages)
        for (const { newlyAnswered, noLongerAnswered, answeredOtherwise } of [answered.known, answered.checked]) {
          expect(sum(Object.values(newlyAnswered))).toBe(figures.answers.more)
          expect(sum(Object.values(noLongerAnswered))).toBe(figures.answers.fewer)
          expect(sum(Object.values(answeredOtherwise))).toBeLessThanOrEqual(figures.changedConversations)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('says how many of the new handovers would have come later anyway', () => {
    const proposed = mindWith({ maxClarifications: 0 })
    const pairs = [['refund or exchange', 'let me talk to a human'], ['refund or exchange']].map((texts, i): Pair => {
      const one = recording(inForce, `c${i}`, texts)
      return [one, compareConversation({ inForce, proposed }, one, [])]
    })
    expect(tallied(pairs)).toMatchObject({ handovers: { more: 2, fewer: 0, of: 2 }, handedOverLaterAnyway: 1 })
  })

  it('shows at most three conversations of a kind, with what was written, shortened, and the needs by title', () => {
    const proposed = mindWith({ answerAbove: 1 })
    const pairs = Array.from({ length: 5 }, (_, i): Pair => {
      const one = recording(inForce, `c${i}`, ['refund please'])
      const [turn] = one.turns
      if (turn?.message) turn.message.text = '👍'.repeat(300)
      return [one, compareConversation({ inForce, proposed }, one, [])]
    })
    const [cell] = tallied(pairs).matrix
    expect(cell).toMatchObject({ before: 'answer', turns: 5, differing: 5 })
    expect(cell?.examples).toHaveLength(3)
    expect(cell?.examples[0]).toMatchObject({
      conversationId: 'c0',
      text: `${'👍'.repeat(199)}…`,
      before: { kind: 'answer', needs: [{ en: 'About refund', zh: '关于refund' }] },
    })
  })

  it('knows nothing from nothing', () => {
    expect(tallied([])).toMatchObject({ conversations: 0, handovers: { per100: null }, matrix: [] })
  })
})

describe('what a message was about', () => {
  it('is what the check says, then the agent, then the pick; who could not tell is passed over', () => {
    const [check, agent, pick] = [label('refund', 'check'), label('exchange', 'agent'), label(null, 'pick')]
    expect(truthOf([pick, agent, check])).toEqual({ kind: 'need', need: 'refund' })
    expect(truthOf([pick, agent])).toEqual({ kind: 'need', need: 'exchange' })
    expect(truthOf([pick, label(undefined, 'check')])).toEqual({ kind: 'none' })
    expect(truthOf([pick, agent], ['check'])).toBeUndefined()
    expect(truthOf([label(undefined, 'pick')])).toBeUndefined()
  })

  it('makes an answer wrong that an agent says is wrong, though the need was understood', () => {
    const wrong: TurnLabel = { ...label('refund', 'agent'), answerWrong: true }
    const answer: Decision = { kind: 'answer', need: 'refund', confidence: 0.9 }
    for (const labels of [[wrong], [wrong, label('refund', 'check')]]) {
      const truth = truthOf(labels)
      expect(truth && verdictOn(answer, truth)).toBe('wrong')
      expect(truth && verdictOn({ kind: 'escalate', reasons: ['risk-too-large'] }, truth)).toBe('not-answered')
    }
    const otherNeed = truthOf([wrong, label('exchange', 'check')])
    expect(otherNeed && verdictOn({ ...answer, need: 'exchange' }, otherNeed)).toBe('right')
  })
})
