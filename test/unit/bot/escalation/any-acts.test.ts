import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Agent, CandorError, type Conversation, type Message } from '../../../../domain/index.ts'
import { type DeskUnderTest, openDesk } from './desk-under-test.ts'

/** What somebody tries, whether or not it can be done. */
type Attempt =
  | { kind: 'customer'; text: string }
  | { kind: 'accept' | 'takeOver' | 'say' | 'correct' | 'note' | 'join' | 'leave' | 'return'; who: string }
  | { kind: 'transfer'; who: string; to: { agentId: string } | { queue: string } }
  | { kind: 'resolve'; who: string; outcome: 'resolved' | 'unresolved' | 'spam' }
  | { kind: 'wait'; ms: number }

const STAFF = ['ann', 'bo', 'sue']
const who = fc.constantFrom(...STAFF)
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('customer' as const),
      text: fc.constantFrom('refund please', 'human please', 'thanks', 'bad service', 'hm', '转人工'),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('accept', 'accept', 'takeOver', 'say', 'correct', 'note', 'join', 'leave', 'return'),
      who,
    }) as fc.Arbitrary<Attempt>,
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('transfer' as const),
      who,
      to: fc.oneof(fc.record({ agentId: who }), fc.record({ queue: fc.constantFrom('general', 'refunds') })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('resolve' as const),
      who,
      outcome: fc.constantFrom('resolved' as const, 'unresolved' as const, 'spam' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 60_000, 90_000_000) }),
  },
)

async function tryOut(
  desk: DeskUnderTest,
  staff: Map<string, Agent>,
  tried: Attempt,
  service = desk.conversations,
): Promise<void> {
  const { store } = desk
  const by = ({ who: name }: { who: string }) => staff.get(name) as Agent
  switch (tried.kind) {
    case 'customer':
      return desk.write(tried.text)
    case 'wait':
      return void desk.clock.advance(tried.ms)
    case 'accept': {
      const [waiting] = await store.escalations.waiting(1)
      await service.accept(waiting?.id ?? 'none', by(tried))
      return
    }
    case 'correct': {
      const own = (await messagesOf(desk)).findLast(({ authorId }) => authorId === tried.who)
      await service.correct('c', by(tried), own?.seq ?? 1, 'better words')
      return
    }
    case 'say':
      return void (await service.say('c', by(tried), 'words of an agent'))
    case 'note':
      return void (await service.note('c', by(tried), 'a word among us'))
    case 'takeOver':
      return service.takeOver('c', by(tried))
    case 'join':
      return service.join('c', by(tried))
    case 'leave':
      return service.leave('c', by(tried))
    case 'return':
      return service.returnToBot('c', by(tried))
    case 'transfer':
      return service.transfer('c', by(tried), { to: tried.to })
    case 'resolve':
      return service.resolve('c', by(tried), { outcome: tried.outcome })
    default:
      return tried satisfies never
  }
}

const messagesOf = (desk: DeskUnderTest): Promise<Message[]> => desk.store.conversations.messages('c', 0, 10_000)

/** What an agent may be told; anything else is a fault. */
const EXPECTED = new Set([
  'TRANSITION_REFUSED',
  'CONVERSATION_TAKEN',
  'CONVERSATION_UNKNOWN',
  'FORBIDDEN',
  'JOINED_BY_OTHER',
  'CORRECTION_REFUSED',
  'TRANSFER_TO_SELF',
])

/** What only the agent who has the conversation may do. */
const ENDS = new Set<Attempt['kind']>(['return', 'resolve', 'transfer'])

/** One try, and what was said by it: only whose turn it was may have spoken. */
async function step(desk: DeskUnderTest, staff: Map<string, Agent>, tried: Attempt): Promise<void> {
  const before = await desk.store.conversations.get('c')
  const saidBefore = await messagesOf(desk)
  let refused = false
  try {
    await tryOut(desk, staff, tried)
  } catch (problem) {
    if (!(problem instanceof CandorError) || !EXPECTED.has(problem.code)) throw problem
    refused = true
  }
  const after = await desk.store.conversations.get('c')
  const said = (await messagesOf(desk)).slice(saidBefore.length)
  if (refused) {
    expect(after).toEqual(before)
    expect(said).toEqual([])
    return
  }
  expect(spokenOutOfTurn(before, tried, said)).toEqual([])
  if (ENDS.has(tried.kind) && 'who' in tried) expect(before).toMatchObject({ owner: 'agent', agentId: tried.who })
  // Who served the customer answers them: the bot is silent while it is not its turn, and only then.
  if (tried.kind === 'customer') {
    const isBots = before === undefined || before.owner === 'bot' || before.owner === 'closed'
    expect(said.some(({ from }) => from === 'bot')).toBe(isBots)
  }
  expect(after?.lastSeq).toBe(saidBefore.length + said.length)
}

/** What was said by somebody who had no right to. The system tells of what has happened, and may always. */
function spokenOutOfTurn(before: Conversation | undefined, tried: Attempt, said: Message[]): Message[] {
  return said.filter(({ from, authorId }) => {
    if (from === 'bot') return tried.kind !== 'customer' || before?.owner === 'queued' || before?.owner === 'agent'
    if (from !== 'agent') return false
    const mayWrite = before?.owner === 'agent' && [before.agentId, before.supervisorId].includes(authorId)
    return !mayWrite
  })
}

/** What must hold of the whole record, whatever was tried. */
async function checkRecord(desk: DeskUnderTest): Promise<void> {
  const messages = await messagesOf(desk)
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, i) => i + 1))

  const conversation = await desk.store.conversations.get('c')
  const escalations = await desk.escalations()
  const open = escalations.filter(({ endedAt }) => endedAt === undefined)
  const isHandled = conversation?.owner === 'queued' || conversation?.owner === 'agent'
  expect(open.map(({ id }) => id)).toEqual(isHandled ? [conversation.escalationId] : [])
  for (const [i, { id, agentId, acceptedAt, endedAt, outcome, follows }] of escalations.entries()) {
    expect(agentId !== undefined).toBe(acceptedAt !== undefined)
    expect(outcome !== undefined).toBe(endedAt !== undefined)
    const next = escalations[i + 1]
    if (next && endedAt === undefined) throw new Error('the next escalation began before this one had ended')
    const passedOn = outcome === 'transferred'
    expect([i, next?.follows === id]).toEqual([i, passedOn])
    if (follows !== undefined) expect(escalations[i - 1]?.id).toBe(follows)
  }
  const resolved = escalations.filter(({ outcome }) => outcome === 'resolved' || outcome === 'unresolved')
  const rated = messages.filter(({ body }) => body.kind === 'survey')
  const surveys = await Promise.all(
    rated.map(({ body }) => desk.store.surveys.get(body.kind === 'survey' ? body.surveyId : '')),
  )
  const credited = surveys.flatMap((survey) => (survey?.about.kind === 'agent' ? [survey.about] : []))
  expect(credited.map(({ escalationId, agentId }) => [escalationId, agentId])).toEqual(
    resolved.map(({ id, agentId }) => [id, agentId]),
  )
  expect(silenceAfterResolve(messages)).toEqual([])
}

/** What was said between a resolution and the customer's next message, but for the survey that belongs to it. */
function silenceAfterResolve(messages: Message[]): Message[] {
  let closed = false
  return messages.filter(({ from, body }) => {
    if (from === 'customer') closed = false
    const isSaid = closed && body.kind !== 'survey'
    if (body.kind === 'notice' && body.code === 'resolved') closed = true
    return isSaid
  })
}

describe('whatever two agents, a supervisor and a customer try, in any order', () => {
  it('one speaks at a time, every handover has one agent at most and ends before the next, and nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 5, maxLength: 40 }), async (attempts) => {
        const desk = await openDesk()
        try {
          const staff = new Map<string, Agent>()
          for (const name of STAFF) {
            staff.set(name, await desk.agent(name, { role: name === 'sue' ? 'manager' : 'agent', capacity: 3 }))
          }
          await desk.write('refund please')
          for (const tried of attempts) {
            desk.clock.advance(1)
            await step(desk, staff, tried)
          }
          await checkRecord(desk)
        } finally {
          await desk.stop()
        }
      }),
      { numRuns: 150 },
    )
  }, 120_000)

  it('the bot speaks again, with the details it knows, once the conversation is returned', async () => {
    const desk = await openDesk()
    const ann = await desk.agent('ann')
    await desk.write('refund please')
    await desk.conversations.takeOver('c', ann)
    await desk.write('refund please')
    await desk.conversations.returnToBot('c', ann)
    await desk.write('refund please')
    expect((await desk.transcript()).at(-1)).toBe('bot answer: Refunds take 3 days.')
    await desk.stop()
  })

  it('all of them at once, on two nodes: the record is as whole as when they take turns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 10, maxLength: 30 }), async (attempts) => {
        const desk = await openDesk()
        try {
          const staff = new Map<string, Agent>()
          for (const name of STAFF)
            staff.set(name, await desk.agent(name, { role: name === 'sue' ? 'manager' : 'agent' }))
          await desk.write('human please')
          const nodes = [desk.conversations, desk.otherNode]
          const tries = attempts.map((tried, i) => tryOut(desk, staff, tried, nodes[i % nodes.length]))
          for (const result of await Promise.allSettled(tries)) {
            if (result.status === 'fulfilled') continue
            expect(result.reason).toBeInstanceOf(CandorError)
            expect(EXPECTED).toContain(result.reason.code)
          }
          await checkRecord(desk)
        } finally {
          await desk.stop()
        }
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
