import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { topicChangeOf } from '../../../../bot/learning/index.ts'
import { learnTopicChanges } from '../../../../bot/sweeps/learn-topic-change.ts'
import type { Mind } from '../../../../bot/turn/mind.ts'
import { StoredConversations } from '../../../../bot/turn/stored-conversations.ts'
import { fixedClock } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { scriptedMind } from '../../../support/minds.ts'

const mind = scriptedMind({
  'refund please': { refund: 0.95 },
  'and how long for the refund?': { refund: 0.9 },
  'where is my exchange': { exchange: 0.95 },
  'about money': { refund: 0.5, exchange: 0.4 },
})

let store: Store
let clock: ReturnType<typeof fixedClock>
beforeEach(async () => {
  store = await openStore(':memory:')
  clock = fixedClock(Date.UTC(2026, 10, 22))
})
afterEach(() => store.close())

/** Customers who each write these messages, one after another. */
async function converse(customers: number, texts: string[]): Promise<void> {
  let ids = 0
  const newId = () => `id-${texts.join()}-${++ids}`
  const conversations = new StoredConversations({ store, mind: () => mind, clock, newId, stopwatch: () => 0 })
  for (let customer = 0; customer < customers; customer++) {
    const id = `${texts.join()}-${customer}`
    for (const text of texts) {
      await conversations.receive({ conversationId: id, channel: 'web', customer: { id: `dl_${id}` }, text })
    }
  }
}

describe('how often customers change the topic', () => {
  it('is what the policy says while nothing is recorded', async () => {
    const learned = await topicChangeOf(store, mind, clock.now())
    expect(learned.afterAnswer).toBeCloseTo(mind.policy.belief.topicChange.afterAnswer, 6)
  })

  it('falls where they stay with it, and rises where they move on', async () => {
    await converse(40, ['refund please', 'and how long for the refund?'])
    clock.advance(1)
    const staying = await topicChangeOf(store, mind, clock.now())
    expect(staying.afterAnswer).toBeLessThan(0.6)
    await converse(200, ['refund please', 'where is my exchange'])
    clock.advance(1)
    expect((await topicChangeOf(store, mind, clock.now())).afterAnswer).toBeGreaterThan(staying.afterAnswer + 0.1)
  })

  it('learns nothing from a pick out of the list, which is no change of topic', async () => {
    await converse(40, ['about money', 'About exchange'])
    clock.advance(1)
    const { whilePending } = await topicChangeOf(store, mind, clock.now())
    expect(whilePending).toBeCloseTo(mind.policy.belief.topicChange.whilePending, 6)
  })

  it('is taken over by the running bot once it differs, and then left alone', async () => {
    await converse(40, ['refund please', 'and how long for the refund?'])
    clock.advance(1)
    let serving: Mind = mind
    const sweep = learnTopicChanges(
      store,
      () => serving,
      (topicChange) => {
        serving = { ...serving, topicChange }
      },
      clock,
    )
    expect(await sweep.run()).toBe(1)
    expect(serving.topicChange.afterAnswer).toBeLessThan(0.6)
    expect(await sweep.run()).toBe(0)
  })
})
