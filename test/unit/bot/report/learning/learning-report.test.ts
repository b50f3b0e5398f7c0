import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countOutcomes } from '../../../../../analytics/index.ts'
import { type DecidingTry, type GapTry, policyHash } from '../../../../../bot/learning/index.ts'
import { keepPolicyTry } from '../../../../../bot/learning/policy/policy-try.ts'
import { type IntentTry, type ModelOrigin, withOrigin } from '../../../../../bot/models/index.ts'
import { buildLearningReport } from '../../../../../bot/report/learning/learning-report.ts'
import type { KnowledgePack, Turn } from '../../../../../domain/index.ts'
import type { GuardVerdict, IntentGateReason, IntentVerdict } from '../../../../../nlp/index.ts'
import { openStore, type Promotion, type Store } from '../../../../../store/index.ts'
import {
  change,
  committed,
  conversation,
  DAY,
  labelled,
  message,
  START,
  turn,
} from '../../../../contract/store/sample.ts'
import { need, policy } from '../../../../support/minds.ts'

const range = { from: '2026-11-01', to: '2026-11-30' }
const pack: KnowledgePack = {
  name: 'shop',
  title: { en: 'Shop', zh: '商店' },
  languages: ['en', 'zh'],
  defaultLanguage: 'en',
  timeZone: 'UTC',
  products: [],
  needs: [need('refund'), need('gift-card')],
}
/** When a model takes over, and two weeks later. */
const TAKEOVER = START + 7 * DAY
const NOW = TAKEOVER + 14 * DAY

let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
})
afterEach(() => store.close())

const report = (now = NOW, query: Partial<{ channel: 'web' | 'teams' }> = {}) =>
  buildLearningReport(store, pack, policy, { ...range, ...query }, now)

const suite = { en: { cases: 40, champion: 0.75, challenger: 0.9 } }

function intentTry(at: number, verdict: Partial<IntentVerdict> = {}): IntentTry {
  return {
    triedAt: at,
    startedBy: 'sweep',
    against: 'first',
    attempt: 1,
    candidates: { learnt: 30, fresh: 25 },
    verdict: { promote: true, reasons: [], suite, ...verdict },
  }
}

async function model(
  id: string,
  at: number,
  promotion?: Promotion['reason'],
  learnt?: IntentTry,
  accepted: string[] = [],
): Promise<void> {
  const origin: ModelOrigin = learnt ? { kind: 'learnt', attempt: learnt } : { kind: 'pack' }
  const manifest = withOrigin('{}', { origin, accepted })
  const record = { id, createdAt: at, dataHash: 'h', manifest, bytes: new Uint8Array([1]) }
  await store.models.save(record, promotion && { at, reason: promotion, by: 'system' })
}

async function policyTried(id: string, at: number, changes: Partial<DecidingTry> = {}): Promise<void> {
  await keepPolicyTry(store, {
    kind: 'deciding',
    id,
    at,
    outcome: 'proposed',
    before: { answerAbove: 0.75, personSolves: 0.95 },
    after: { answerAbove: 0.75, personSolves: 0.6 },
    reasons: [{ code: 'better', cases: 61, before: 0.18, after: 0.43, p: 0.002, level: 0.025 }],
    attempt: 1,
    file: policyHash(policy),
    learntFrom: { from: 0, to: at },
    outcomes: { judged: 80, takenOver: 80 },
    ...changes,
  })
}

/** So many conversations of one message each on the days from `from`, the first of them handed over. */
async function served(from: number, count: number, handedOver: number, gap = 0.2): Promise<void> {
  for (let i = 0; i < count; i++) {
    const id = `${from}-${i}`
    const at = from + (i * 5 * DAY) / count
    const decision: Partial<Turn> = i < handedOver ? { decision: { kind: 'escalate', reasons: ['out-of-scope'] } } : {}
    const estimated = { ...turn(id).gap, value: gap + (i % 5) / 100 }
    const one = turn(id, { conversationId: id, at, gap: estimated, ...decision })
    await committed(store, change(conversation({ id }), { messages: [message(id, { at })], turn: one }))
  }
}

describe('the report on learning', () => {
  it('of nothing says that nothing was tried, and how far the next try is', async () => {
    expect(await report()).toMatchObject({
      labels: { given: { pick: 0, agent: 0, check: 0 }, accepted: 0, rejected: 0, pending: 0 },
      next: { accepted: 0, needed: policy.learning.fewestNew },
      tries: [],
      accuracy: [],
      effects: [],
      gained: 'nothing-tried',
      newNeeds: [],
    })
  })

  it('shows a promotion that lowered the handover rate, with what it was before and is after', async () => {
    await model('first', START - 30 * DAY, 'pack')
    await model('second', TAKEOVER, 'gate', intentTry(TAKEOVER))
    await served(TAKEOVER - 6 * DAY, 100, 50, 0.4)
    await served(TAKEOVER + DAY, 100, 10, 0.1)
    const { effects, gained, tries, accuracy } = await report()
    expect(gained).toBe('better')
    const [effect] = effects
    expect(effect).toMatchObject({ modelId: 'second', kind: 'intents', at: TAKEOVER, lengthMs: 14 * DAY })
    expect(effect?.handoffs).toMatchObject({ before: { value: 0.5, n: 100 }, after: { value: 0.1, n: 100 } })
    expect(effect?.handoffs.difference?.value).toBeCloseTo(-0.4, 9)
    expect(effect?.handoffs.difference?.high).toBeLessThan(-0.25)
    expect(effect?.gap?.difference?.value).toBeCloseTo(-0.3, 9)
    expect(tries).toMatchObject([{ id: 'second', kind: 'intents', outcome: 'promoted', serves: true }])
    expect(accuracy).toMatchObject([{ modelId: 'second', language: 'en', rate: { numerator: 36, denominator: 40 } }])
  })

  it('says that no difference can be shown where there is none, or too little to tell', async () => {
    await model('first', START - 30 * DAY, 'pack')
    await model('second', TAKEOVER, 'gate', intentTry(TAKEOVER))
    await served(TAKEOVER - 6 * DAY, 6, 3)
    await served(TAKEOVER + DAY, 6, 1)
    expect((await report()).gained).toBe('no-difference-shown')
  })

  it('gives the reasons of a challenger that was kept back, and the accuracy of the one that went on', async () => {
    await model('first', START - 30 * DAY, 'pack')
    const reasons: IntentGateReason[] = [{ code: 'not-better', cases: 60, gained: 4, lost: 3, p: 0.5, level: 0.025 }]
    await model('worse', TAKEOVER, undefined, intentTry(TAKEOVER, { promote: false, reasons }))
    const { tries, effects, gained, accuracy } = await report()
    expect(tries).toMatchObject([{ id: 'worse', outcome: 'kept-back', serves: false, reasons }])
    expect(accuracy).toMatchObject([{ modelId: 'first', rate: { numerator: 30 } }])
    expect(effects).toEqual([])
    expect(gained).toBe('nothing-promoted')
  })

  it('tells who went back from a model and what the guard went by, and counts its effect for nothing', async () => {
    await model('first', START - 30 * DAY, 'pack')
    await model('second', TAKEOVER, 'gate', intentTry(TAKEOVER))
    const worse = {
      rate: 'handed-over',
      before: { bad: 5, of: 50 },
      after: { bad: 45, of: 50 },
      p: 1e-9,
      level: 0.006,
    } as const
    const kept = {
      rate: 'wrong-answer',
      before: { bad: 1, of: 9 },
      after: { bad: 1, of: 9 },
      p: 1,
      level: 0.006,
    } as const
    const detail = JSON.stringify({ look: 1, worse: true, rates: [worse, kept] } satisfies GuardVerdict)
    await store.models.promote('first', { at: TAKEOVER + 2 * DAY, reason: 'guard', by: 'system', detail })
    await served(TAKEOVER - 6 * DAY, 50, 5)
    await served(TAKEOVER, 50, 45)
    const { tries, effects, gained, accuracy, serving } = await report()
    const rolledBack = { at: TAKEOVER + 2 * DAY, by: 'guard', worse: [worse] }
    expect(tries).toMatchObject([{ id: 'second', outcome: 'rolled-back', serves: false, rolledBack }])
    expect(effects).toMatchObject([{ modelId: 'second', rolledBack: true, lengthMs: 2 * DAY }])
    expect(gained).toBe('all-rolled-back')
    // Of the one that it went back to, as it was judged when the other took over.
    expect(accuracy.map(({ at, modelId, rate }) => [at, modelId, rate.numerator])).toEqual([
      [TAKEOVER, 'second', 36],
      [TAKEOVER + 2 * DAY, 'first', 30],
    ])
    expect(serving).toBe('first')
  })

  it('says of a challenger that a person chose against the gate that a person did', async () => {
    await model('first', START - 30 * DAY, 'pack')
    await model('second', TAKEOVER, undefined, intentTry(TAKEOVER, { promote: false }))
    await store.models.promote('second', { at: TAKEOVER + 1, reason: 'chosen', by: 'mona' })
    const { tries, effects } = await report()
    expect(tries).toMatchObject([{ outcome: 'chosen', serves: true }])
    expect(effects).toMatchObject([{ modelId: 'second' }])
  })

  it('shows what was found of the policy, with the figures that would change, as long as they wait to be written', async () => {
    await policyTried('older', TAKEOVER - DAY)
    await policyTried('newer', TAKEOVER, { after: { answerAbove: 0.65, personSolves: 0.6 } })
    const { tries, gained, effects } = await report()
    expect(gained).toBe('only-proposed')
    expect(effects).toEqual([])
    expect(tries).toMatchObject([
      {
        id: 'newer',
        kind: 'policy',
        outcome: 'proposed',
        serves: false,
        waits: true,
        figures: [
          { path: 'decide.answerAbove', before: 0.75, after: 0.65 },
          { path: 'stakes.standard.personSolves', before: 0.95, after: 0.6 },
        ],
        reasons: [{ code: 'better', cases: 61 }],
      },
      { id: 'older', waits: false, figures: [{ path: 'stakes.standard.personSolves' }] },
    ])
    await policyTried('of-another-file', TAKEOVER + DAY, { file: 'another' })
    await policyTried('not-better', TAKEOVER + 2 * DAY, { outcome: 'kept-back' })
    expect((await report()).tries.map((one) => one.kind === 'policy' && one.waits)).toEqual(Array(4).fill(false))
  })

  it('compares before and after figures of the policy that were applied, as long as it is known until when they served', async () => {
    await policyTried('lost', TAKEOVER - 6 * DAY, { outcome: 'applied', file: 'another' })
    await policyTried('first', TAKEOVER - 5 * DAY, { outcome: 'applied' })
    await policyTried('second', TAKEOVER, { outcome: 'applied' })
    await served(TAKEOVER - 5 * DAY, 100, 50)
    await served(TAKEOVER, 100, 10)
    const { tries, gained, effects } = await report()
    expect(tries.map(({ id, outcome, serves }) => [id, outcome, serves])).toEqual([
      ['second', 'applied', true],
      ['first', 'applied', false],
      ['lost', 'applied', false],
    ])
    expect(effects.map(({ modelId, kind, lengthMs }) => [modelId, kind, lengthMs / DAY])).toEqual([
      ['second', 'policy', 5],
      ['first', 'policy', 5],
    ])
    expect(effects[0]?.handoffs).toMatchObject({ before: { value: 0.5 }, after: { value: 0.1 } })
    expect(gained).toBe('better')
  })

  it('compares only while no other of the same kind took over, and no gap across two gap models', async () => {
    await model('first', TAKEOVER - 3 * DAY, 'pack')
    await model('second', TAKEOVER, 'gate', intentTry(TAKEOVER))
    await model('third', TAKEOVER + 5 * DAY, 'gate', intentTry(TAKEOVER + 5 * DAY))
    const about: GapTry = {
      triedAt: TAKEOVER + DAY,
      learntFrom: { from: 0, to: START },
      outcomes: countOutcomes([]),
      against: 'prior',
      attempt: 1,
      verdict: { promote: true, reasons: [{ code: 'better', champion: 0.2, challenger: 0.1, p: 0.001, level: 0.025 }] },
    }
    await store.gapModels.save(
      {
        id: 'g1',
        createdAt: TAKEOVER + DAY,
        dataHash: 'h',
        manifest: JSON.stringify(about),
        bytes: new Uint8Array([1]),
      },
      { at: TAKEOVER + DAY, reason: 'gate', by: 'system' },
    )
    const { effects, tries } = await report()
    expect(effects.map(({ modelId, lengthMs, gap }) => [modelId, lengthMs / DAY, gap === null])).toEqual([
      ['third', 5, true],
      ['g1', 13, true],
      ['second', 3, true],
    ])
    expect(tries.map(({ id, kind, outcome }) => [id, kind, outcome])).toEqual([
      ['third', 'intents', 'promoted'],
      ['g1', 'gap', 'promoted'],
      ['second', 'intents', 'promoted'],
    ])
  })

  it('counts labels by who gave them and by week, and what was accepted since the last try', async () => {
    await served(START, 3, 0)
    const label = { conversationId: `${START}-0`, seq: 1, at: START, meant: { kind: 'need', need: 'refund' } } as const
    await labelled(store, { ...label, source: 'pick' }, { ...label, source: 'agent', at: START + 8 * DAY, by: 'kim' })
    const sightings = ['a brass kettle', 'a wooden spoon', 'a glass jar'].map((text, i) => ({
      conversationId: 'c',
      seq: i,
      customerId: 'anna',
      at: START,
      origin: 'handed-over' as const,
      text,
      key: text,
      language: 'en' as const,
    }))
    let ids = 0
    await store.candidates.gather(sightings, () => `id-${ids++}`)
    const all = await store.candidates.list({ state: 'pending' }, 10)
    const meant = { kind: 'none' } as const
    await store.candidates.decide(all[0]?.id ?? '', 1, { state: 'accepted', by: 'mona', at: START, meant })
    await store.candidates.decide(all[1]?.id ?? '', 1, { state: 'accepted', by: 'mona', at: TAKEOVER + 1, meant })
    await model('first', TAKEOVER, undefined, intentTry(TAKEOVER, { promote: false }), [all[0]?.id ?? ''])
    const { labels, next } = await report()
    expect(labels).toMatchObject({ given: { pick: 1, agent: 1, check: 0 }, accepted: 2, rejected: 0, pending: 1 })
    expect(labels.weeks.map(({ given, accepted }) => [given, accepted])).toEqual([
      [0, 0],
      [1, 1],
      [1, 1],
      [0, 0],
      [0, 0],
      [0, 0],
    ])
    expect(next).toEqual({ accepted: 1, needed: policy.learning.fewestNew })
  })

  it('names the needs that a promoted model brought into service', async () => {
    await model('first', START - 30 * DAY, 'pack')
    const reasons: IntentGateReason[] = [{ code: 'new-needs', needs: ['gift-card', 'gone-since'] }]
    await model('second', TAKEOVER, 'gate', intentTry(TAKEOVER, { reasons }))
    expect((await report()).newNeeds).toEqual([
      { name: 'gift-card', title: { en: 'About gift-card', zh: '关于gift-card' } },
      { name: 'gone-since', title: { en: 'gone-since', zh: 'gone-since' } },
    ])
  })

  it('narrows what changed to a channel', async () => {
    await model('first', START - 30 * DAY, 'pack')
    await model('second', TAKEOVER, 'gate', intentTry(TAKEOVER))
    await served(TAKEOVER + DAY, 4, 1)
    expect((await report(NOW, { channel: 'web' })).effects[0]?.handoffs.after.n).toBe(4)
    expect((await report(NOW, { channel: 'teams' })).effects[0]?.handoffs.after.n).toBe(0)
  })
})
