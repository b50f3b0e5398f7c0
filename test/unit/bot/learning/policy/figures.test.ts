import { describe, expect, it } from 'vitest'
import { decisionWorth, type KnownAfterwards } from '../../../../../bot/learning/policy/decision-worth.ts'
import { fairTruth } from '../../../../../bot/learning/policy/evidence.ts'
import { figuresOf, type JudgedBelief, learnFigures, withFigures } from '../../../../../bot/learning/policy/figures.ts'
import type { Decision, LabelSource } from '../../../../../domain/index.ts'
import { policy } from '../../../../support/minds.ts'
import { recording } from '../../what-if/recordings.ts'
import { companyMind, labelled } from './simulated-record.ts'

const nothing = { beliefs: [], metByPerson: [] }
const open = { written: policy, guaranteed: false }

function beliefs(belief: number, right: number, wrong: number): JudgedBelief[] {
  return [...Array(right).fill({ belief, right: true }), ...Array(wrong).fill({ belief, right: false })]
}

describe('figures learnt from outcomes', () => {
  it('stay as they are while little is known', () => {
    const little = { beliefs: beliefs(0.6, 49, 0), metByPerson: Array(29).fill(0) }
    expect(learnFigures(policy, nothing, open)).toEqual(figuresOf(policy))
    expect(learnFigures(policy, little, open)).toEqual(figuresOf(policy))
  })

  it('say how often a person met the need, drawn towards what the manager wrote', () => {
    const outcomes = { ...nothing, metByPerson: Array(80).fill(0.5) }
    const { personSolves } = learnFigures(policy, outcomes, open)
    // (20 * 0.95 + 80 * 0.5) / 100
    expect(personSolves).toBe(0.59)
    // What was learnt before does not count twice.
    const again = learnFigures(withFigures(policy, { ...figuresOf(policy), personSolves }), outcomes, open)
    expect(again.personSolves).toBe(0.59)
  })

  it('answer from where on answering is worth more than handing over', () => {
    const oftenRight = { ...nothing, beliefs: [...beliefs(0.62, 60, 5), ...beliefs(0.52, 20, 30)] }
    expect(learnFigures(policy, oftenRight, open).answerAbove).toBe(0.6)
    const seldomRight = { ...nothing, beliefs: [...beliefs(0.78, 10, 40), ...beliefs(0.9, 50, 1)] }
    expect(learnFigures(policy, seldomRight, open).answerAbove).toBe(0.8)
  })

  it('leave the threshold to the guarantee where one is in force', () => {
    const oftenRight = { ...nothing, beliefs: beliefs(0.62, 60, 5) }
    expect(learnFigures(policy, oftenRight, { ...open, guaranteed: true }).answerAbove).toBe(policy.decide.answerAbove)
  })
})

describe('what a decision was worth', () => {
  const stakes = policy.stakes.standard
  const refund: KnownAfterwards = { truth: { kind: 'need', need: 'refund' }, metByPerson: 1 }
  const answer = (need: string): Decision => ({ kind: 'answer', need, confidence: 0.9 })

  // By the default policy: right 1, wrong -(1 + 0.02 * 20), a handover 1 - (0.5 + 0.005 * 20) when it was met.
  it.each<[string, Decision, Partial<KnownAfterwards>, number | undefined]>([
    ['the right answer', answer('refund'), {}, 1],
    ['another answer', answer('exchange'), {}, -1.4],
    [
      'the right need with an answer that is wrong',
      answer('refund'),
      { truth: { kind: 'need', need: 'refund', answerWrong: true } },
      -1.4,
    ],
    ['any answer to what is no need', answer('refund'), { truth: { kind: 'none' } }, -1.4],
    ['a person who met the need', { kind: 'escalate', reasons: ['gap-too-large'] }, {}, 0.4],
    ['a person who did not', { kind: 'escalate', reasons: ['gap-too-large'] }, { metByPerson: 0 }, -0.6],
    ['a list that holds the need', { kind: 'clarify', candidates: ['exchange', 'refund'] }, {}, 0.8],
    ['a list without it, so a person', { kind: 'clarify', candidates: ['exchange'] }, {}, 0.2],
    ['a question about the need', { kind: 'ask', need: 'refund', detail: 'orderNumber' }, {}, 0.95],
    ['small talk', { kind: 'smalltalk', need: 'hello' }, {}, undefined],
  ])('%s', (_, decision, known, worth) => {
    const found = decisionWorth(decision, { ...refund, ...known }, stakes)
    if (worth === undefined) expect(found).toBeUndefined()
    else expect(found).toBeCloseTo(worth)
  })
})

describe('what a message was about', () => {
  const saying = (text: string, source: LabelSource) => {
    const [recorded] = recording(companyMind(), 'c', [text]).turns
    if (!recorded) throw new TypeError('nothing was recorded')
    return fairTruth({ ...recorded, labels: [labelled('c', 'refund', source)] })
  }

  it('is told by checks alone where the bot had answered', () => {
    expect(saying('refund please', 'agent')).toBeUndefined()
    expect(saying('refund please', 'pick')).toBeUndefined()
    expect(saying('refund please', 'check')).toMatchObject({ need: 'refund' })
  })

  it('is told by anybody where it had not', () => {
    expect(saying('it came', 'agent')).toMatchObject({ need: 'refund' })
  })
})
