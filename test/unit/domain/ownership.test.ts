import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveOwnership, type Ownership, type OwnershipEvent } from '../../../domain/index.ts'

const START: Ownership = { owner: 'bot', settledSeq: 0 }

const agentId = fc.constantFrom('ann', 'bo', 'sue')
const escalationId = fc.constantFrom('e1', 'e2')
const seq = fc.integer({ min: 1, max: 50 })
const anyEvent: fc.Arbitrary<OwnershipEvent> = fc.oneof(
  seq.map((at): OwnershipEvent => ({ kind: 'customer-wrote', seq: at })),
  fc.tuple(seq, escalationId).map(
    ([evidenceSeq, id]): OwnershipEvent => ({
      kind: 'handed-over',
      escalationId: id,
      reasons: ['asked-for-person'],
      evidenceSeq,
    }),
  ),
  agentId.map((id): OwnershipEvent => ({ kind: 'accepted', agentId: id })),
  fc
    .tuple(fc.constantFrom('taken-over' as const, 'transferred' as const), agentId, escalationId)
    .map(([kind, id, next]): OwnershipEvent => ({ kind, agentId: id, escalationId: next })),
  escalationId.map((next): OwnershipEvent => ({ kind: 'given-back', escalationId: next })),
  fc
    .tuple(fc.constantFrom('joined' as const, 'left' as const), agentId)
    .map(([kind, supervisorId]): OwnershipEvent => ({ kind, supervisorId })),
  agentId.map((id): OwnershipEvent => ({ kind: 'agent-wrote', agentId: id })),
  fc.tuple(agentId, seq).map(([id, at]): OwnershipEvent => ({ kind: 'returned', agentId: id, seq: at })),
  fc
    .tuple(agentId, seq)
    .map(([id, at]): OwnershipEvent => ({ kind: 'resolved', by: { kind: 'agent', agentId: id }, seq: at })),
  fc
    .tuple(fc.constantFrom('bot' as const, 'idle' as const), seq)
    .map(([kind, at]): OwnershipEvent => ({ kind: 'resolved', by: { kind }, seq: at })),
)

function run(events: OwnershipEvent[], from: Ownership = START): Ownership {
  return events.reduce((state, event) => {
    const result = moveOwnership(state, event)
    return result.kind === 'moved' ? result.ownership : state
  }, from)
}

describe('ownership of a conversation', () => {
  it('never lets bot and agent both speak: an agent is named exactly while an agent owns it', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const state = run(events)
        expect(state.agentId !== undefined).toBe(state.owner === 'agent')
        expect(state.escalationId !== undefined).toBe(state.owner === 'queued' || state.owner === 'agent')
      }),
    )
  })

  it('names a supervisor only while an agent owns it, and never the agent', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const { owner, agentId: agent, supervisorId } = run(events)
        if (supervisorId === undefined) return
        expect(owner).toBe('agent')
        expect(supervisorId).not.toBe(agent)
      }),
    )
  })

  it('moves or is refused on every event in every state, and what was settled stays settled', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), anyEvent, (events, event) => {
        const before = run(events)
        const result = moveOwnership(before, event)
        if (result.kind === 'refused') {
          expect(['wrong-owner', 'other-agent', 'already-settled']).toContain(result.why)
          return
        }
        const settles = event.kind === 'resolved' || event.kind === 'returned'
        expect(result.ownership.settledSeq).toBe(settles ? event.seq : before.settledSeq)
      }),
    )
  })

  it('lets exactly the agent and the supervisor who joined write, and nobody else', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), agentId, (events, writer) => {
        const before = run(events)
        const may = before.owner === 'agent' && (before.agentId === writer || before.supervisorId === writer)
        expect(moveOwnership(before, { kind: 'agent-wrote', agentId: writer }).kind).toBe(may ? 'moved' : 'refused')
      }),
    )
  })

  it('waits again, for nobody in particular, when its agent passes it on or is gone', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), escalationId, (events, next) => {
        const before = run(events)
        fc.pre(before.owner === 'agent' && before.agentId !== undefined)
        const waits = { owner: 'queued', escalationId: next, settledSeq: before.settledSeq }
        const passedOn = { kind: 'transferred', agentId: before.agentId ?? '', escalationId: next } as const
        const givenBack = { kind: 'given-back', escalationId: next } as const
        expect(moveOwnership(before, passedOn)).toEqual({ kind: 'moved', ownership: waits, happened: 'transferred' })
        expect(moveOwnership(before, givenBack)).toEqual({ kind: 'moved', ownership: waits, happened: 'given-back' })
      }),
    )
  })

  it('is taken over from the bot and from other agents, not from the queue, and not when it is closed', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), agentId, (events, who) => {
        const before = run(events)
        const result = moveOwnership(before, { kind: 'taken-over', agentId: who, escalationId: 'new' })
        const may = before.owner === 'bot' || (before.owner === 'agent' && before.agentId !== who)
        expect(result).toEqual(
          may
            ? {
                kind: 'moved',
                ownership: { owner: 'agent', agentId: who, escalationId: 'new', settledSeq: before.settledSeq },
                happened: 'taken-over',
              }
            : { kind: 'refused', why: 'wrong-owner' },
        )
      }),
    )
  })

  it('takes a customer’s message in every state, and reopens what was closed', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), seq, (events, at) => {
        const before = run(events)
        const result = moveOwnership(before, { kind: 'customer-wrote', seq: at })
        expect(result.kind).toBe('moved')
        if (result.kind !== 'moved') return
        expect(result.ownership.owner).toBe(before.owner === 'closed' ? 'bot' : before.owner)
        expect(result.happened).toBe(before.owner === 'closed' ? 'reopened' : undefined)
      }),
    )
  })

  it('does not hand over again for anything that was settled before', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), seq, (events, evidenceSeq) => {
        const before = run(events)
        const result = moveOwnership(before, {
          kind: 'handed-over',
          escalationId: 'again',
          reasons: ['gap-too-large'],
          evidenceSeq,
        })
        if (evidenceSeq <= before.settledSeq) expect(result.kind).toBe('refused')
      }),
    )
  })

  it('walks the whole road: handed over, accepted, resolved, reopened with the bot', () => {
    const states = [
      { kind: 'customer-wrote', seq: 1 },
      { kind: 'handed-over', escalationId: 'e', reasons: ['asked-for-person'], evidenceSeq: 1 },
      { kind: 'accepted', agentId: 'ann' },
      { kind: 'agent-wrote', agentId: 'ann' },
      { kind: 'resolved', by: { kind: 'agent', agentId: 'ann' }, seq: 4 },
      { kind: 'customer-wrote', seq: 5 },
    ] satisfies OwnershipEvent[]
    expect(states.map((_, i) => run(states.slice(0, i + 1)).owner)).toEqual([
      'bot',
      'queued',
      'agent',
      'agent',
      'closed',
      'bot',
    ])
  })

  it('gives a conversation to the first who accepts and refuses the second', () => {
    const owned = run([
      { kind: 'handed-over', escalationId: 'e', reasons: ['asked-for-person'], evidenceSeq: 1 },
      { kind: 'accepted', agentId: 'ann' },
    ])
    expect(moveOwnership(owned, { kind: 'accepted', agentId: 'bo' })).toEqual({ kind: 'refused', why: 'other-agent' })
    expect(moveOwnership(owned, { kind: 'agent-wrote', agentId: 'bo' })).toEqual({
      kind: 'refused',
      why: 'other-agent',
    })
  })

  it('lets neither the bot nor the clock close what waits for a person', () => {
    const queued = run([{ kind: 'handed-over', escalationId: 'e', reasons: ['asked-for-person'], evidenceSeq: 1 }])
    for (const by of ['bot', 'idle'] as const) {
      expect(moveOwnership(queued, { kind: 'resolved', by: { kind: by }, seq: 9 }).kind).toBe('refused')
    }
  })
})
