import { describe, expect, it } from 'vitest'
import { type Assurance, assure } from '../../../../bot/assurance/assure.ts'
import { assuredMind, guaranteeNow, listsInForce, thresholdInForce } from '../../../../bot/assurance/in-force.ts'
import type { Mind } from '../../../../bot/turn/mind.ts'
import { calibrateList } from '../../../../nlp/index.ts'
import type { LabelledTurn } from '../../../../store/index.ts'
import { DAY, START } from '../../../contract/store/sample.ts'
import { scriptedMind } from '../../../support/minds.ts'
import { checked, EXCHANGE, many, REFUND } from './checked-turns.ts'

const mind = scriptedMind({})
const SOON = START + DAY
const { days } = mind.policy.guarantee

function promising(atMostWrong: number): Mind {
  return { ...mind, policy: { ...mind.policy, guarantee: { ...mind.policy.guarantee, atMostWrong } } }
}

function state(checks: LabelledTurn[], before?: Assurance, under: Mind = mind) {
  const assurance = assure(before, checks, under)
  return {
    assurance,
    guarantee: guaranteeNow(assurance, days, SOON),
    inForce: thresholdInForce(assurance, under.policy, SOON),
  }
}

describe('the guarantee', () => {
  it('says how many checks are lacking, and leaves the policy’s threshold in force', () => {
    const { guarantee, inForce } = state(many(71, { confidence: 0.9, meant: REFUND }))
    expect(guarantee).toEqual({ kind: 'not-enough-evidence', labels: 71, needed: 72 })
    expect(inForce).toEqual({ value: 0.75, from: 'policy' })
    expect(state([]).guarantee).toEqual({ kind: 'not-enough-evidence', labels: 0, needed: 72 })
  })

  it('is shown by enough right ones, and then its threshold decides', () => {
    const { assurance, guarantee, inForce } = state(many(72, { confidence: 0.9, meant: REFUND }))
    expect(guarantee).toMatchObject({ kind: 'guaranteed', answered: 72, wrong: 0, labels: 72 })
    expect(inForce).toEqual({ value: 0.5, from: 'guarantee', since: START + 72 * 60_000 })
    expect(assuredMind(mind, assurance, SOON).answerAbove).toBe(0.5)
  })

  it.each([
    ['another need', EXCHANGE],
    ['none of the needs', { kind: 'none' }],
    ['something that a person cannot tell either', { kind: 'unclear' }],
  ] as const)('counts it as wrong when the message was about %s', (_, meant) => {
    const checks = many(72, { confidence: 0.9, meant: REFUND }).map((one, i) =>
      i % 9 === 0 ? checked(i + 1, { confidence: 0.9, meant }) : one,
    )
    const { guarantee, inForce } = state(checks)
    expect(guarantee).toMatchObject({ kind: 'not-shown', labels: 72 })
    expect(inForce.from).toBe('policy')
  })

  it('is about messages the bot would answer: not those it hands over or offers a list for, however sure it is', () => {
    const handedOver = { confidence: 0.9, meant: REFUND, alternatives: [{ kind: 'escalate', utility: 0.5 }] } as const
    const escalated = many(100, { ...handedOver, alternatives: [...handedOver.alternatives] })
    const unlikely = many(100, { confidence: 0.5, meant: REFUND }, 101)
    const other = many(
      50,
      {
        confidence: 0.9,
        meant: REFUND,
        alternatives: [
          { kind: 'answer', need: 'exchange', utility: 0.9 },
          { kind: 'ask', need: 'refund', detail: 'order', utility: 0.8 },
        ],
      },
      201,
    )
    const { assurance, guarantee } = state([...escalated, ...unlikely, ...other])
    expect(guarantee).toEqual({ kind: 'not-enough-evidence', labels: 50, needed: 72 })
    expect(assurance.evidence.checks).toBe(250)
  })

  it('keeps the threshold that was shown when a later look shows none, and says that it is an earlier one', () => {
    const good = many(72, { confidence: 0.9, meant: REFUND })
    const first = state(good)
    const bad = many(72, { confidence: 0.9, meant: EXCHANGE }, 73)
    const later = state([...good, ...bad], first.assurance)
    expect(later.guarantee).toMatchObject({ kind: 'not-shown', labels: 144 })
    expect(later.inForce).toEqual({ ...first.inForce, from: 'earlier-guarantee' })
  })

  it('lapses when its newest check is older than the days that count; the threshold stays until another is shown', () => {
    const { assurance } = state(many(72, { confidence: 0.9, meant: REFUND }))
    const late = SOON + days * DAY
    expect(guaranteeNow(assurance, days, late)).toMatchObject({ kind: 'not-enough-evidence' })
    expect(thresholdInForce(assurance, mind.policy, late)).toMatchObject({ value: 0.5, from: 'earlier-guarantee' })
  })

  it('finds the same whether it runs after each check or once', () => {
    const checks = many(300, { confidence: 0.9, meant: REFUND }).map((one, i) =>
      i % 40 === 7 ? checked(i + 1, { confidence: 0.6, meant: EXCHANGE }) : one,
    )
    let stepwise: Assurance | undefined
    for (let count = 0; count <= checks.length; count++) stepwise = assure(stepwise, checks.slice(0, count), mind)
    expect(stepwise).toEqual(assure(undefined, checks, mind))
    expect(stepwise?.looks.taken).toBe(3)
  })

  it('drops what was shown when the promise is changed, and goes on counting the looks', () => {
    const checks = many(100, { confidence: 0.9, meant: REFUND })
    const before = assure(undefined, checks, mind)
    const stricter = state(checks, before, promising(0.01))
    expect(stricter.assurance.looks.taken).toBe(1)
    expect(stricter.inForce).toEqual({ value: 0.75, from: 'policy' })
    const looser = state(checks, before, promising(0.1))
    expect(looser.guarantee).toMatchObject({ kind: 'guaranteed' })
    // One for the first promise, then 46 and 92 labels for this one, which needs fewer.
    expect(looser.assurance.looks.taken).toBe(3)
  })
})

describe('lists', () => {
  const unsure = (meant: LabelledTurn['label']['meant'], confidence = 0.4) => ({ confidence, meant })

  it('rest on the pack’s examples until there are 50 messages of customers in that language', () => {
    const few = assure(undefined, many(49, unsure(EXCHANGE)), mind)
    expect(listsInForce(few, mind).en).toMatchObject({ from: 'examples', cases: 0, customerCases: 49 })
    const checks = many(50, unsure(EXCHANGE))
    const lists = listsInForce(assure(undefined, checks, mind), mind)
    expect(lists.en).toMatchObject({ from: 'customers', cases: 50, customerCases: 50, guaranteed: 0.9 })
    expect(lists.en.measured).toMatchObject({ coverage: 1, cases: 50 })
    expect(lists.zh).toMatchObject({ from: 'examples', customerCases: 0 })
  })

  it('are calibrated on what could have been offered: topics worth a line', () => {
    const checks = many(60, unsure(EXCHANGE))
    const assurance = assure(undefined, checks, mind)
    const cases = checks.map(() => ({
      language: 'en' as const,
      needs: [
        { need: 'refund', probability: 0.4 },
        { need: 'exchange', probability: 0.3 },
      ],
      truth: 'exchange',
    }))
    expect(assurance.evidence.lists.en).toMatchObject(calibrateList(cases, mind.policy.decide.listHoldsNeed))
    expect(assuredMind(mind, assurance, SOON).lists.en.threshold).toBeCloseTo(0.3, 9)
  })

  it('cannot hold what the bot did not think of', () => {
    const missed = many(60, unsure({ kind: 'need', need: 'delivery' }))
    expect(assure(undefined, missed, mind).evidence.lists.en).toMatchObject({ attainable: 0, guaranteed: 0, cases: 60 })
  })

  it.each<[string, LabelledTurn[]]>([
    ['the bot was sure', many(60, { confidence: 0.9, meant: REFUND })],
    ['nobody could tell what was meant', many(60, unsure({ kind: 'unclear' }))],
    ['it was none of the needs', many(60, unsure({ kind: 'none' }))],
    ['it was a greeting, which no list offers', many(60, unsure({ kind: 'need', need: 'hello' }))],
    [
      'a list had just been offered',
      many(60, {
        ...unsure(EXCHANGE),
        deliberation: {
          before: {
            queue: [],
            details: {},
            clarifications: 1,
            refusals: 0,
            sentiments: [],
            pending: { kind: 'clarification', seq: 1, options: [] },
          },
        },
      }),
    ],
  ])('learn nothing from messages where %s', (_, checks) => {
    expect(assure(undefined, checks, mind).evidence.lists.en.cases).toBe(0)
  })
})
