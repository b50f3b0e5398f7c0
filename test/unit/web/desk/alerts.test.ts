import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newAlerts } from '../../../../web/desk/alerts.ts'
import { DESK_ME, DESK_NOW, deskEscalation, deskQueue } from '../../../support/desk-fixtures.ts'

const mine = { agentId: 'agent-me', agentName: 'Ann Able', mine: true, until: DESK_NOW + 30_000 }
const another = { agentId: 'agent-bo', agentName: 'Bo Brandt', mine: false, until: DESK_NOW + 30_000 }
const empty = deskQueue(0)
const waitingFor = (change: Parameters<typeof deskEscalation>[1], me = DESK_ME) =>
  deskQueue(0, { me, waiting: [deskEscalation(9, { supervisorsCalled: false, ...change })] })
const kinds = (...queues: Parameters<typeof newAlerts>) => newAlerts(...queues).map(({ kind }) => kind)

describe('alerts', () => {
  it('are none when the desk is opened, and none when nothing has changed', () => {
    fc.assert(
      fc.property(fc.nat(40), (waiting) => {
        const queue = deskQueue(waiting)
        expect(newAlerts(undefined, queue)).toEqual([])
        expect(newAlerts(queue, queue)).toEqual([])
      }),
    )
  })
  it('tell of an offer to this agent, also of a customer whom others were asked for before', () => {
    expect(kinds(empty, waitingFor({ offer: mine }))).toEqual(['offered'])
    expect(kinds(waitingFor({ offer: another }), waitingFor({ offer: mine }))).toEqual(['offered'])
  })
  it('tell of a customer whom everybody may take, once', () => {
    expect(kinds(empty, waitingFor({}))).toEqual(['open'])
    expect(kinds(waitingFor({ offer: another }), waitingFor({}))).toEqual(['open'])
  })
  it('wait until it is known to whom a new customer is offered: one call, and only for who is meant', () => {
    const justCame = waitingFor({ openCall: false })
    expect(kinds(empty, justCame)).toEqual([])
    expect(kinds(justCame, waitingFor({ offer: mine }))).toEqual(['offered'])
    expect(kinds(justCame, waitingFor({ offer: another }))).toEqual([])
    expect(kinds(justCame, waitingFor({}))).toEqual(['open'])
  })
  it('say nothing of what is offered to others, was passed on by this agent, or comes while they are on a break', () => {
    expect(kinds(empty, waitingFor({ offer: another }))).toEqual([])
    expect(kinds(waitingFor({ offer: mine }), waitingFor({ openCall: false }))).toEqual([])
    expect(kinds(empty, waitingFor({}, { ...DESK_ME, available: false }))).toEqual([])
  })
  it('tell a manager, who has no breaks, of everybody whom nobody was found for', () => {
    const manager = { ...DESK_ME, supervisor: true, takesOffers: false, available: false }
    expect(kinds(empty, waitingFor({}, manager))).toEqual(['open'])
  })
  it('call supervisors, and nobody else, once', () => {
    const supervisor = { ...DESK_ME, supervisor: true }
    const calm = waitingFor({ offer: another }, supervisor)
    const called = waitingFor({ offer: another, supervisorsCalled: true }, supervisor)
    expect(kinds(calm, called)).toEqual(['supervisors-called'])
    expect(kinds(called, called)).toEqual([])
    expect(kinds(waitingFor({ offer: another }), waitingFor({ offer: another, supervisorsCalled: true }))).toEqual([])
  })
  it('tell of what a customer of theirs has written, and not of what they wrote themselves or have just accepted', () => {
    const accepted = deskEscalation(9, { acceptedAt: DESK_NOW, lastSeq: 5 })
    const wrote = { ...accepted, unansweredSince: DESK_NOW, lastSeq: 6 }
    const before = deskQueue(0, { mine: [accepted] })
    expect(kinds(before, deskQueue(0, { mine: [wrote] }))).toEqual(['customer-wrote'])
    expect(kinds(deskQueue(0, { mine: [wrote] }), deskQueue(0, { mine: [{ ...wrote, lastSeq: 7 }] }))).toEqual([
      'customer-wrote',
    ])
    expect(kinds(before, deskQueue(0, { mine: [{ ...accepted, lastSeq: 6 }] }))).toEqual([])
    expect(kinds(empty, deskQueue(0, { mine: [wrote] }))).toEqual([])
  })
})
