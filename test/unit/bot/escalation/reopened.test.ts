import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Agent, ResolvedOutcome } from '../../../../domain/index.ts'
import { type DeskUnderTest, HOUR, openDesk } from './desk-under-test.ts'

let desk: DeskUnderTest
let ann: Agent

beforeEach(async () => {
  desk = await openDesk()
  ann = await desk.agent('ann', { capacity: 1 })
})
afterEach(() => desk.stop())

async function resolved(outcome: ResolvedOutcome = 'resolved', firstWords = 'bad service'): Promise<void> {
  await desk.write(firstWords)
  await desk.accept(ann)
  await desk.conversations.say('c', ann, 'Done')
  await desk.conversations.resolve('c', ann, { outcome })
}

const owner = async () => (await desk.store.conversations.get('c'))?.owner
const last = async () => (await desk.escalations()).at(-1)

describe('a customer who comes back after an agent resolved', () => {
  it.each(['resolved', 'unresolved'] as const)('goes to the same agent while they are free (%s)', async (outcome) => {
    await resolved(outcome)
    desk.clock.advance(2 * HOUR)
    await desk.write('how long is delivery')
    expect(await owner()).toBe('queued')
    // For the reason of now, not for that of the first time.
    expect(await last()).toMatchObject({ reasons: ['reopened'], preferredAgentId: 'ann', need: 'delivery' })
    expect((await last())?.follows).toBeUndefined()
  })

  it('and says thanks, is only thanked; what they ask then goes to the agent', async () => {
    await resolved()
    await desk.write('thanks')
    expect(await owner()).toBe('bot')
    expect(await desk.escalations()).toHaveLength(1)
    await desk.write('how long is delivery')
    expect(await last()).toMatchObject({ reasons: ['reopened'], preferredAgentId: 'ann' })
  })

  it('and asks for a person, gets the one they know, if they can', async () => {
    await resolved()
    await desk.write('human please')
    expect(await last()).toMatchObject({ reasons: ['asked-for-person'], preferredAgentId: 'ann' })
  })

  const nobody: [string, () => Promise<void>][] = [
    ['is gone', () => desk.store.people.setPresence({ agentId: 'ann', available: true, until: 0, since: 0 })],
    ['takes a break', () => desk.store.people.setPresence({ agentId: 'ann', available: false, until: 1e15, since: 0 })],
    [
      'has no room',
      async () => {
        await desk.write('human please', { conversationId: 'd', customer: { id: 'dl_di' } })
        await desk.accept(ann)
      },
    ],
    ['resolved it longer ago than the policy says', async () => void desk.clock.advance(25 * HOUR)],
  ]
  it.each(nobody)(
    'is served by the bot when the agent %s, and is not handed over for the old reasons',
    async (_, change) => {
      await resolved()
      await change()
      await desk.write('refund please')
      expect(await owner()).toBe('bot')
      expect((await desk.transcript()).at(-1)).toBe('bot answer: Refunds take 3 days.')
      expect(await desk.escalations()).toHaveLength(1)
    },
  )

  it('is served by the bot when it was spam', async () => {
    await resolved('spam')
    await desk.write('refund please')
    expect(await owner()).toBe('bot')
  })

  it('is served by the bot when the bot was the last to serve and to close', async () => {
    await resolved()
    await desk.store.people.setPresence({ agentId: 'ann', available: false, until: 1e15, since: 0 })
    await desk.write('refund please')
    await desk.store.people.setPresence({ agentId: 'ann', available: true, until: 1e15, since: 0 })
    await desk.write('how long is delivery')
    expect((await desk.transcript()).at(-1)).toBe('bot answer: Answer to delivery.')
    await desk.write('thanks')
    expect(await owner()).toBe('closed')
    await desk.write('refund please')
    expect((await desk.transcript()).at(-1)).toBe('bot answer: Refunds take 3 days.')
  })

  it('is served by the bot when the agent had given the conversation back to it', async () => {
    await desk.write('human please')
    await desk.accept(ann)
    await desk.conversations.returnToBot('c', ann)
    await desk.write('refund please')
    expect((await desk.transcript()).at(-1)).toBe('bot answer: Refunds take 3 days.')
  })
})
