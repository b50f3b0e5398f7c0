import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { learnPolicy, policyInForce, policyTries } from '../../../../../bot/learning/index.ts'
import type { Policy } from '../../../../../bot/policy/index.ts'
import { followPolicy } from '../../../../../bot/sweeps/follow-policy.ts'
import { learnPolicySweep } from '../../../../../bot/sweeps/learn-policy.ts'
import { StoredConversations } from '../../../../../bot/turn/stored-conversations.ts'
import { type Agent, DAY_MS, fixedClock, HOUR_MS } from '../../../../../domain/index.ts'
import { openStore, type Store } from '../../../../../store/index.ts'
import { companyMind } from './simulated-record.ts'

const KIM: Agent = {
  id: 'kim',
  email: 'kim@shop.test',
  name: 'Kim',
  role: 'agent',
  languages: [],
  queues: [],
  capacity: 500,
  createdAt: 0,
}

let store: Store
let clock: ReturnType<typeof fixedClock>
let conversations: StoredConversations
const inForce = companyMind()
let ids = 0
const newId = () => `id-${++ids}`

beforeEach(async () => {
  store = await openStore(':memory:')
  clock = fixedClock(Date.UTC(2026, 10, 1))
  conversations = new StoredConversations({ store, mind: () => inForce, clock, newId, stopwatch: () => 0 })
  await store.people.add(KIM)
})
afterEach(() => store.close())

/** Customers whom the bot hands over though it had understood them, and for whom the agent can seldom do anything. */
async function handOver(count: number, prefix: string): Promise<void> {
  for (let i = 0; i < count; i++) {
    const conversationId = `${prefix}${i}`
    clock.advance(60_000)
    const customer = { id: `dl_${conversationId}` }
    await conversations.receive({ conversationId, channel: 'web', customer, text: 'it came' })
    const [waiting] = await store.escalations.ofConversation(conversationId)
    await conversations.accept(waiting?.id ?? '', KIM)
    const outcome = i % 5 === 0 ? 'resolved' : 'unresolved'
    await conversations.resolve(conversationId, KIM, { outcome, meant: { kind: 'need', need: 'delivery' } })
  }
}

function writing(learning: Partial<Policy['learning']>): Policy {
  const { policy } = inForce
  return { ...policy, learning: { ...policy.learning, ...learning } }
}

async function learn(written: Policy) {
  const policy = await policyInForce(store, written)
  return learnPolicy({ store, mind: { ...inForce, policy }, written, clock, newId })
}

describe('learning the policy from the record', () => {
  it('waits until outcomes are final and there are enough', async () => {
    await handOver(60, 'a')
    expect(await learn(writing({}))).toEqual({ kind: 'too-few-new', fresh: 0, needed: 20 })
    expect(await learn(writing({ policy: 'off' }))).toEqual({ kind: 'off' })
  })

  describe('with eighty handovers behind it', () => {
    beforeEach(async () => {
      await handOver(80, 'a')
      clock.advance(4 * DAY_MS)
    })

    it('proposes better figures, keeps the try, and leaves the policy to the manager', async () => {
      const written = writing({ policy: 'propose' })
      const learning = await learn(written)
      expect(learning).toMatchObject({
        kind: 'tried',
        attempt: {
          outcome: 'proposed',
          attempt: 1,
          before: { answerAbove: 0.75, personSolves: 0.95 },
          after: { personSolves: 0.35 },
          outcomes: { judged: 80, takenOver: 80 },
          reasons: [{ code: 'better' }],
        },
      })
      expect(await policyTries(store)).toEqual([learning.kind === 'tried' && learning.attempt])
      expect(await policyInForce(store, written)).toEqual(written)
    })

    it('does nothing again until a tenth is new', async () => {
      await learn(writing({ policy: 'propose' }))
      expect(await learn(writing({ policy: 'propose' }))).toEqual({ kind: 'too-few-new', fresh: 0, needed: 20 })
      await handOver(12, 'b')
      clock.advance(4 * DAY_MS)
      // Each is a message and a handover.
      expect(await learn(writing({ policy: 'propose' }))).toMatchObject({ kind: 'tried', attempt: { attempt: 2 } })
    })

    it('lets them serve where the policy says so, until its file changes', async () => {
      const written = writing({ policy: 'apply' })
      expect(await learn(written)).toMatchObject({ kind: 'tried', attempt: { outcome: 'applied' } })
      const serving = await policyInForce(store, written)
      expect(serving.stakes.standard.personSolves).toBe(0.35)
      expect(serving.decide.answerAbove).toBeLessThan(0.75)

      const edited = { ...written, stakes: { ...written.stakes, byNeed: { refund: { wrongAnswer: 2 } } } }
      expect(await policyInForce(store, edited)).toEqual(edited)
      expect(await policyInForce(store, writing({ policy: 'propose' }))).toEqual(writing({ policy: 'propose' }))
    })

    it('takes them over in the running server, here or from another node', async () => {
      const written = writing({ policy: 'apply' })
      let serving = written
      const learning = learnPolicySweep(() => learn(written), { info: () => undefined })
      const following = followPolicy({
        inForce: () => policyInForce(store, written),
        current: () => serving,
        adopt: async (next) => {
          serving = next
        },
      })
      expect(await following.run()).toBe(0)
      expect(await learning.run()).toBe(1)
      expect(await following.run()).toBe(1)
      expect(serving).toEqual(await policyInForce(store, written))
      expect(serving).not.toEqual(written)

      serving = written
      clock.advance(HOUR_MS)
      expect(await learning.run()).toBe(0)
      expect(await following.run()).toBe(1)
      expect(serving).toEqual(await policyInForce(store, written))
    })
  })
})
