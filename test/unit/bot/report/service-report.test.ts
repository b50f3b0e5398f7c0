import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_PACK_DIR } from '../../../../bot/knowledge/default-pack.ts'
import { loadPack } from '../../../../bot/knowledge/index.ts'
import { loadPolicy } from '../../../../bot/policy/index.ts'
import { buildServiceReport } from '../../../../bot/report/service-report.ts'
import { type Agent, DAY_MS, type Escalation } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { change, committed, conversation, escalation, MINUTE, START } from '../../../contract/store/sample.ts'

const DAYS = { from: '2026-11-02', to: '2026-11-02' }
const pack = { ...(await loadPack(DEFAULT_PACK_DIR)), timeZone: 'UTC' }
const policy = await loadPolicy(DEFAULT_PACK_DIR)

describe('the report on how people serve', () => {
  let store: Store
  beforeEach(async () => {
    store = await openStore(':memory:')
    await store.people.add(agent('kim', 'Kim'))
    await store.people.add(agent('lee', 'Lee'))
  })
  afterEach(() => store.close())

  const report = () => buildServiceReport(store, pack, policy, DAYS, START + 10 * DAY_MS)

  it('gives each agent their own work, also where one passed the customer on to the other', async () => {
    await hold([
      served('e1', { agentId: 'kim', acceptedAt: START + MINUTE, endedAt: START + 3 * MINUTE, outcome: 'transferred' }),
      served('e2', {
        agentId: 'lee',
        follows: 'e1',
        queuedAt: START + 3 * MINUTE,
        acceptedAt: START + 5 * MINUTE,
        firstReplyAt: START + 6 * MINUTE,
        endedAt: START + 9 * MINUTE,
        outcome: 'resolved',
      }),
    ])
    const { agents, total } = await report()
    expect(
      agents.map(({ name, handedOver, handleTime, timeInQueue }) => [
        name,
        handedOver,
        handleTime.medianMs,
        timeInQueue.medianMs,
      ]),
    ).toEqual([
      ['Kim', 1, 2 * MINUTE, MINUTE],
      ['Lee', 1, 4 * MINUTE, 2 * MINUTE],
    ])
    expect(agents.map(({ passedOn }) => [passedOn.numerator, passedOn.denominator])).toEqual([
      [1, 1],
      [0, 1],
    ])
    expect(total).toMatchObject({ handedOver: 2, stillWaiting: 0, passedOn: { numerator: 1, denominator: 2 } })
  })

  it('counts a queue of the policy that nobody used, and one that the policy has no more', async () => {
    await hold([served('e1', { queue: 'returns' })])
    const { queues } = await report()
    expect(queues.map(({ queue, handedOver, stillWaiting }) => [queue, handedOver, stillWaiting])).toEqual([
      ['general', 0, 0],
      ['returns', 1, 1],
    ])
  })

  it('says of every figure what it means, in both languages', async () => {
    const { total, definitions } = await report()
    for (const figure of Object.keys(total)) {
      expect(definitions[figure]?.en).toMatch(/\w{3}/)
      expect(definitions[figure]?.zh).toMatch(/\p{Script=Han}{3}/u)
    }
  })

  async function hold(escalations: Escalation[]): Promise<void> {
    await committed(store, change(conversation(), { escalations }))
  }
})

function agent(id: string, name: string): Agent {
  const email = `${id}@example.com`
  return { id, email, name, role: 'agent', languages: ['en'], queues: [], capacity: 5, createdAt: 0 }
}

function served(id: string, changes: Partial<Escalation>): Escalation {
  return escalation(id, { queuedAt: START, ...changes })
}
