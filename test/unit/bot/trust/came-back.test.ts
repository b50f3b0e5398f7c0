import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StoredConversations } from '../../../../bot/turn/stored-conversations.ts'
import { type Agent, fixedClock, HOUR_MS, MINUTE_MS } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { scriptedMind } from '../../../support/minds.ts'

const mind = scriptedMind({
  'refund please': { refund: 0.9 },
  'where is it': { delivery: 0.9 },
  thanks: { thanks: 0.95 },
  'a human': { person: 0.95 },
})
const KIM: Agent = {
  id: 'kim',
  email: 'kim@example.com',
  name: 'Kim',
  role: 'agent',
  languages: [],
  queues: [],
  capacity: 5,
  createdAt: 0,
}

describe('a customer who comes back', () => {
  let store: Store
  let clock: ReturnType<typeof fixedClock>
  let conversations: StoredConversations

  beforeEach(async () => {
    store = await openStore(':memory:')
    clock = fixedClock(Date.UTC(2026, 10, 22))
    let ids = 0
    conversations = new StoredConversations({
      store,
      mind: () => mind,
      clock,
      newId: () => `id-${++ids}`,
      stopwatch: () => 0,
    })
    await store.people.add(KIM)
  })
  afterEach(() => store.close())

  async function write(text: string): Promise<void> {
    clock.advance(MINUTE_MS)
    await conversations.receive({ conversationId: 'c', channel: 'web', customer: { id: 'anna' }, text })
  }
  async function endByBot(): Promise<void> {
    await write('refund please')
    clock.advance(HOUR_MS)
    expect(await conversations.closeIdle('c', clock.now() - MINUTE_MS)).toBe(true)
  }
  async function endByAgent(outcome: 'resolved' | 'unresolved'): Promise<void> {
    await write('a human')
    const [escalation] = await store.escalations.waiting(1)
    await conversations.accept(escalation?.id ?? '', KIM)
    await conversations.resolve('c', KIM, { outcome, meant: { kind: 'need', need: 'refund' } })
  }
  const reopenings = async () =>
    (await store.customers.trustEvents('anna')).filter(({ cause }) => cause === 'conversation-reopened')

  it('with the same need counts against the bot that had closed it, once', async () => {
    await endByBot()
    await write('refund please')
    await write('refund please')
    const rows = await reopenings()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ channel: 'web', need: 'refund', gain: 0, conversationId: 'c' })
    expect(rows[0]).not.toHaveProperty('agentId')
  })

  it('with words that name no need counts likewise', async () => {
    await endByBot()
    await write('hm, what now')
    expect(await reopenings()).toHaveLength(1)
  })

  it.each(['thanks', 'where is it'])('with something else is no evidence: "%s"', async (text) => {
    await endByBot()
    await write(text)
    expect(await reopenings()).toEqual([])
  })

  it('counts against the agent who had called it resolved', async () => {
    await endByAgent('resolved')
    await write('refund please')
    expect(await reopenings()).toMatchObject([{ need: 'refund', agentId: 'kim' }])
    const verdict = (await store.customers.trustEvents('anna')).find(({ cause }) => cause === 'escalation-resolved')
    expect(verdict).toMatchObject({ channel: 'web', need: 'refund', agentId: 'kim' })
  })

  it('does not count twice what an agent had called unresolved', async () => {
    await endByAgent('unresolved')
    await write('refund please')
    expect(await reopenings()).toEqual([])
  })

  it('after the time in which an end has to hold is no evidence', async () => {
    await endByBot()
    clock.advance(mind.policy.gap.reopenWithinHours * HOUR_MS)
    await write('refund please')
    expect(await reopenings()).toEqual([])
  })
})
