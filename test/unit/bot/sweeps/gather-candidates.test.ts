import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { candidateReview } from '../../../../bot/learning/index.ts'
import type { Policy } from '../../../../bot/policy/index.ts'
import { gatherSweep } from '../../../../bot/sweeps/gather-candidates.ts'
import { fixedClock } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import {
  change,
  committed,
  conversation,
  labelled,
  MINUTE,
  message,
  START,
  turn,
} from '../../../contract/store/sample.ts'
import { policy, scriptedMind } from '../../../support/minds.ts'

const mind = scriptedMind({})
const REFUND = { kind: 'need', need: 'refund' } as const

let store: Store
let clock: ReturnType<typeof fixedClock>
beforeEach(async () => {
  store = await openStore(':memory:')
  clock = fixedClock(START + MINUTE)
})
afterEach(() => store.close())

function sweep(acceptUnreviewed: Policy['learning']['acceptUnreviewed']) {
  const parts = { store, mind: () => mind, clock, newId: randomUUID }
  const review = candidateReview({ ...parts, order: async () => [] })
  return gatherSweep({
    ...parts,
    review,
    policy: () => ({ learning: { ...policy.learning, acceptUnreviewed } }),
  })
}

/** A message that was handed over, and what an agent said of it. */
async function handled(id: string, said?: { need: string } | 'none', answerWrong = false): Promise<void> {
  const one = turn(id, { conversationId: id, decision: { kind: 'escalate', reasons: ['out-of-scope'] } })
  const read = conversation({ id, customerId: id })
  await committed(store, change(read, { messages: [message(id, { text: `about ${id}` })], turn: one }))
  if (said === undefined) return
  const meant = said === 'none' ? { kind: 'none' as const } : { kind: 'need' as const, need: said.need }
  const wrong = answerWrong && { answerWrong: true as const }
  await labelled(store, { conversationId: id, seq: 1, at: START, source: 'agent', meant, by: 'kim', ...wrong })
}

const accepted = async () =>
  (await store.candidates.accepted()).map(({ text, decision }) => [text, decision]).toSorted()

describe('the sweep that gathers', () => {
  beforeEach(async () => {
    await handled('a parcel', REFUND)
    await handled('the weather', 'none')
    await handled('an answer', REFUND, true)
    await handled('a need of old', { need: 'gone' })
    await handled('a secret')
  })

  it('accepts nothing by itself', async () => {
    expect(await sweep('never').run()).toBe(5)
    expect(await store.candidates.counts()).toEqual({ pending: 5, accepted: 0, rejected: 0 })
  })

  it('accepts what agents agree on where the policy says so, and writes it down', async () => {
    expect(await sweep('agents').run()).toBe(7)
    const decision = { state: 'accepted', by: 'policy', at: clock.now() }
    expect(await accepted()).toEqual([
      ['about a parcel', { ...decision, meant: REFUND }],
      ['about the weather', { ...decision, meant: { kind: 'none' } }],
    ])
    const entries = await store.audit.list(10)
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      ['system', 'candidate.accepted'],
      ['system', 'candidate.accepted'],
    ])
    expect(await sweep('agents').run()).toBe(0)
  })

  it('accepts what was gathered before when an agent says later what it was', async () => {
    await sweep('agents').run()
    await labelled(store, { conversationId: 'a secret', seq: 1, at: START, source: 'agent', meant: REFUND, by: 'kim' })
    expect(await sweep('agents').run()).toBe(1)
    expect((await accepted()).map(([text]) => text)).toContain('about a secret')
  })

  it('by two nodes at once accepts each once', async () => {
    await Promise.all([sweep('agents').run(), sweep('agents').run()])
    expect(await store.candidates.counts()).toEqual({ pending: 3, accepted: 2, rejected: 0 })
    expect(await store.audit.list(10)).toHaveLength(2)
  })

  it('leaves alone what a manager rejected, whatever agents say', async () => {
    await sweep('never').run()
    const pending = await store.candidates.list({ state: 'pending' }, 10)
    for (const { id, version } of pending) {
      await store.candidates.decide(id, version, { state: 'rejected', by: 'mia', at: START })
    }
    expect(await sweep('agents').run()).toBe(0)
  })

  it('leaves alone what a manager took back: it waits for a person from then on', async () => {
    await sweep('agents').run()
    for (const { id, version } of await store.candidates.accepted()) {
      await store.candidates.decide(id, version, { state: 'pending' })
    }
    expect(await sweep('agents').run()).toBe(0)
    expect(await store.candidates.counts()).toMatchObject({ accepted: 0 })
  })
})
