import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildGapReport } from '../../../../bot/report/gap-report.ts'
import type { GroupMessages } from '../../../../bot/report/group-in-worker.ts'
import type { Turn } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import {
  change,
  committed,
  conversation,
  escalation,
  message,
  START,
  survey,
  turn,
} from '../../../contract/store/sample.ts'
import { policy, scriptedMind } from '../../../support/minds.ts'
import { temporaryFolder } from '../../../support/running-server.ts'

const { pack } = scriptedMind({})
const DAYS = { from: '2026-11-02', to: '2026-11-02' }
/** All messages of a language are of one kind. */
const allAlike: GroupMessages = async (messages) => [
  { ids: messages.map(({ id }) => id), language: 'en', name: 'engraving', cohesion: 1 },
]

let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
})
afterEach(() => store.close())

const report = () => buildGapReport(store, pack, policy, allAlike, DAYS)

/** A conversation with one message, which a person found to be about none of the needs. */
async function uncovered(id: string, text: string, parts: Partial<Turn> = {}): Promise<void> {
  const one = turn(id, { conversationId: id, ...parts })
  await committed(store, change(conversation({ id }), { messages: [message(`m-${id}`, { text })], turn: one }))
  await store.labels.putFirstCheck({ conversationId: id, seq: 1, at: START, source: 'check', meant: { kind: 'none' } })
}

describe('the report on the gap', () => {
  it('gives three examples of a kind of message, each text once, without what tells who wrote it', async () => {
    const email = { type: 'email', text: 'joe@shop.test', start: 8, end: 21, value: 'joe@shop.test' } as const
    const understanding = { ...turn('x').understanding, entities: [email] }
    await uncovered('a', 'Engrave joe@shop.test on it', { understanding })
    for (const id of ['b', 'c', 'd', 'e', 'f']) {
      await uncovered(id, id < 'e' ? 'Do you engrave?' : `Engraving ${id}`, {
        understanding: { ...understanding, entities: [] },
      })
    }
    const about = (await report()).largest[0]?.about
    const examples = about?.kind === 'cluster' ? about.examples : []
    expect(new Set(examples).size).toBe(3)
    const all = (
      await buildGapReport(
        store,
        pack,
        policy,
        async (given) => [
          { ids: given.filter(({ id }) => id === 'm-a').map(({ id }) => id), language: 'en', name: '', cohesion: 1 },
        ],
        DAYS,
      )
    ).largest[0]?.about
    expect(all).toMatchObject({ examples: ['Engrave [e-mail] on it'] })
  })

  it('says of how many messages an older version kept nothing of what they were about', async () => {
    const folder = temporaryFolder()
    const file = join(folder.path, 'candor.db')
    const old = await openStore(file)
    const one = turn('a', { conversationId: 'a' })
    await committed(old, change(conversation({ id: 'a' }), { messages: [message('m-a')], turn: one }))
    const rows = new DatabaseSync(file)
    rows.exec('update turns set understanding_gap = null, detail_gap = null, answer_gap = null')
    rows.close()
    expect((await buildGapReport(old, pack, policy, allAlike, DAYS)).total).toMatchObject({ turns: 1, notKept: 1 })
    await old.close()
    folder.remove()
  })

  it('counts every handover and every dissatisfied customer in one place only', async () => {
    await uncovered('a', 'Engrave this')
    const read = await store.conversations.get('a')
    if (!read) throw new TypeError('expected the conversation')
    const outside = escalation('e1', { conversationId: 'a', seq: 1, reasons: ['out-of-scope'], need: 'refund' })
    const asked = survey('s1', { conversationId: 'a' })
    await committed(
      store,
      change(read, { escalations: [outside], survey: asked, response: { surveyId: 's1', at: START, rating: 1 } }),
    )
    for (const [id, need] of [
      ['b', 'refund'],
      ['c', undefined],
    ] as const) {
      const parts = { conversationId: id, seq: 1, ...(need && { need }) }
      await committed(
        store,
        change(conversation({ id }), {
          escalations: [escalation(`e-${id}`, parts)],
          survey: survey(`s-${id}`, { conversationId: id, ...(need && { need }) }),
          response: { surveyId: `s-${id}`, at: START, rating: 4, resolved: false },
        }),
      )
    }
    const { largest, unplaced, needs } = await report()
    const cluster = largest.find(({ about }) => about.kind === 'cluster')
    expect(cluster).toMatchObject({ handovers: 1, dissatisfied: 1 })
    expect(needs).toMatchObject([{ need: 'refund', handovers: 1, dissatisfied: { numerator: 1, denominator: 1 } }])
    expect(unplaced).toEqual({ handovers: 1, dissatisfied: 1 })
  })

  it('leaves out small talk, and shows a need that the pack has no more by its name', async () => {
    for (const [id, need] of [
      ['a', 'hello'],
      ['b', 'gone'],
      ['c', 'refund'],
    ] as const) {
      const one = turn(id, { conversationId: id })
      const deliberation = {
        before: conversation().state,
        belief: { needs: [{ need, probability: 0.9 }], noneOfThem: 0.1 },
        leading: { need, probability: 0.9 },
        answerAbove: 0.75,
        by: 'utility' as const,
        alternatives: [],
      }
      const messages = [message(`m-${id}`)]
      await committed(store, change(conversation({ id }), { messages, turn: { ...one, deliberation } }))
    }
    const { needs } = await report()
    expect(needs.map(({ title }) => title.en)).toEqual(['gone', 'About refund'])
  })

  it('prices a handover and an unmet need as the policy does', async () => {
    // 0.5 and one in two hundred customers of 20; 1 and one in fifty of them.
    expect((await report()).prices).toEqual({ handover: expect.closeTo(0.6), unserved: expect.closeTo(1.4) })
  })
})
