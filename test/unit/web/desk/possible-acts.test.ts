import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskConversation } from '../../../../bot/http/api.ts'
import { possibleActs } from '../../../../web/desk/possible-acts.ts'
import { deskConversation } from '../../../support/desk-conversation.ts'
import { DESK_NOW, deskEscalation } from '../../../support/desk-fixtures.ts'

const acts = (change: Partial<DeskConversation>, supervisor = false) =>
  [...possibleActs(deskConversation(deskEscalation(1), change), supervisor)].sort()
const offeredTo = (mine: boolean) =>
  deskEscalation(1, { offer: { agentId: 'x', agentName: 'X', mine, until: DESK_NOW + 1 } })

describe('what an agent can do with a conversation', () => {
  it('is to accept who waits, unless they are offered to somebody else', () => {
    expect(acts({ owner: 'queued' })).toEqual(['accept'])
    expect(acts({ owner: 'queued', escalation: offeredTo(true) })).toEqual(['accept', 'pass'])
    expect(acts({ owner: 'queued', escalation: offeredTo(false) })).toEqual([])
    expect(acts({ owner: 'queued', escalation: offeredTo(false) }, true)).toEqual(['accept'])
  })
  it('is to take over from the bot, and from a colleague as a supervisor only', () => {
    expect(acts({ owner: 'bot' })).toEqual(['take-over'])
    expect(acts({ owner: 'agent' })).toEqual([])
    expect(acts({ owner: 'agent' }, true)).toEqual(['join', 'take-over'])
    expect(acts({ owner: 'agent', supervisorName: 'Eve' }, true)).toEqual(['take-over'])
  })
  it('is to write as its agent or as the supervisor who has joined', () => {
    expect(acts({ owner: 'agent', mine: true })).toEqual(['resolve', 'return', 'transfer', 'write'])
    expect(acts({ owner: 'agent', joined: true, supervisorName: 'me' }, true)).toEqual(['leave', 'take-over', 'write'])
  })
  it('is never to write to a customer whom nobody of them serves', () => {
    const owners = fc.constantFrom<DeskConversation['owner']>('bot', 'queued', 'closed')
    fc.assert(
      fc.property(owners, fc.boolean(), (owner, supervisor) => {
        expect(acts({ owner }, supervisor)).not.toContain('write')
      }),
    )
  })
  it('is nothing once it is closed: the customer alone opens it again', () => {
    expect(acts({ owner: 'closed' }, true)).toEqual([])
  })
})
