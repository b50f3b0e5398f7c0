import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepAssurance } from '../../../../bot/assurance/index.ts'
import type { Mind } from '../../../../bot/turn/mind.ts'
import { fixedClock } from '../../../../domain/index.ts'
import { type LabelledTurn, openStore, type Store } from '../../../../store/index.ts'
import { change, committed, conversation, DAY, message, START } from '../../../contract/store/sample.ts'
import { scriptedMind } from '../../../support/minds.ts'
import { EXCHANGE, MODEL, many, REFUND } from './checked-turns.ts'

let store: Store
const clock = fixedClock(START + 2 * DAY)
beforeEach(async () => {
  store = await openStore(':memory:')
})
afterEach(() => store.close())

function node(modelId = MODEL, atMostWrong = 0.05) {
  const plain = scriptedMind({})
  const guarantee = { ...plain.policy.guarantee, atMostWrong }
  let mind: Mind = { ...plain, modelId, lists: plain.exampleLists, policy: { ...plain.policy, guarantee } }
  const adopt = (next: Mind) => {
    mind = next
  }
  const sweep = keepAssurance({ store, mind: () => mind, adopt, clock, newId: randomUUID })
  return { sweep, mind: () => mind, adopt }
}

async function record(checks: LabelledTurn[]): Promise<void> {
  for (const { turn, label } of checks) {
    const { conversationId } = turn
    const parts = { messages: [message(`m-${conversationId}`)], turn, labels: [label] }
    await committed(store, change(conversation({ id: conversationId }), parts))
  }
}

const audited = async () => (await store.audit.list(10)).map(({ action, subject }) => ({ action, subject }))
const CHANGED = { action: 'assurance.threshold-changed', subject: MODEL }

describe('the sweep', () => {
  it('lets the bot decide by what was shown, and writes down when that changes', async () => {
    const { sweep, mind } = node()
    expect(await sweep.run()).toBe(0)
    await record(many(72, { confidence: 0.9, meant: REFUND }))
    expect(await sweep.run()).toBe(1)
    expect(mind().answerAbove).toBe(0.5)
    expect(await audited()).toEqual([CHANGED])
    const [entry] = await store.audit.list(1)
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ before: 0.75, value: 0.5, shown: { labels: 72, wrong: 0 } })
    expect(await sweep.run()).toBe(0)
    expect(await audited()).toEqual([CHANGED])
  })

  it('reads no turn again while nothing has changed', async () => {
    const { sweep } = node()
    await record(many(3, { confidence: 0.9, meant: REFUND }))
    await sweep.run()
    const { checks } = store.labels
    let read = 0
    store.labels.checks = (...given) => {
      read++
      return checks(...given)
    }
    await sweep.run()
    expect(read).toBe(0)
    await record(many(1, { confidence: 0.9, meant: REFUND }, 4))
    await sweep.run()
    expect(read).toBe(1)
  })

  it('counts neither what customers picked and agents named, nor messages that another model understood', async () => {
    const { sweep, mind } = node()
    const others = [
      ...many(100, { confidence: 0.9, meant: REFUND }).map(({ turn, label }, i) => ({
        turn,
        label: { ...label, source: i % 2 === 0 ? ('pick' as const) : ('agent' as const) },
      })),
      ...many(100, { confidence: 0.9, meant: REFUND }, 101).map(({ turn, label }) => ({
        turn: { ...turn, modelId: 'older' },
        label,
      })),
    ]
    await record(others)
    expect(await sweep.run()).toBe(0)
    expect(mind().answerAbove).toBe(0.75)
  })

  it('leaves a model that took over meanwhile alone', async () => {
    const { sweep, mind, adopt } = node()
    await record(many(72, { confidence: 0.9, meant: REFUND }))
    const running = sweep.run()
    adopt({ ...mind(), modelId: 'newer' })
    expect(await running).toBe(0)
    expect(mind()).toMatchObject({ modelId: 'newer', answerAbove: 0.75 })
  })

  it('takes up on every node what one of them found, with one look between them', async () => {
    const nodes = [node(), node()] as const
    await record(many(72, { confidence: 0.9, meant: REFUND }))
    for (const { sweep } of nodes) await sweep.run()
    expect(nodes.map(({ mind }) => mind().answerAbove)).toEqual([0.5, 0.5])
    expect(await audited()).toEqual([CHANGED])
  })
})

describe('a model', () => {
  it('begins with the policy’s threshold, and one that comes back finds what it had, looks and all', async () => {
    const first = node()
    await record(many(72, { confidence: 0.9, meant: REFUND }))
    await first.sweep.run()
    const newer = node('newer')
    await newer.sweep.run()
    expect(newer.mind().answerAbove).toBe(0.75)
    const again = node()
    await again.sweep.run()
    expect(again.mind().answerAbove).toBe(0.5)
    const stored = JSON.parse((await store.settings.get(`assurance.${MODEL}`)) ?? '') as { looks: object }
    expect(stored.looks).toMatchObject({ taken: 1 })
  })

  it('loses the threshold when another promise is asked for, and that is written down too', async () => {
    await record(many(72, { confidence: 0.9, meant: REFUND }))
    await node().sweep.run()
    const stricter = node(MODEL, 0.01)
    await stricter.sweep.run()
    expect(stricter.mind().answerAbove).toBe(0.75)
    expect(await store.audit.list(10)).toHaveLength(2)
  })

  it('has its lists calibrated on its customers', async () => {
    const { sweep, mind } = node()
    await record(many(60, { confidence: 0.4, meant: EXCHANGE }))
    await sweep.run()
    expect(mind().lists.en.threshold).toBeCloseTo(0.3, 9)
  })

  it('does not begin anew over a record that cannot be read', async () => {
    await store.settings.set(`assurance.${MODEL}`, '{"looks":3}')
    await expect(node().sweep.run()).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })
})
