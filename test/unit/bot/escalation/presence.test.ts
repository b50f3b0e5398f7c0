import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAtDesk, type Presence } from '../../../../domain/index.ts'
import { NINE, type StaffedCompany, staffedCompany } from '../../../support/staffed-company.ts'

const SECOND = 1_000
let company: StaffedCompany
let changes: number
beforeEach(async () => {
  company = await staffedCompany({ routing: { awayAfterSeconds: 45 } })
  await company.hire('ann')
  changes = 0
  company.presences.onChanged(() => changes++)
})
afterEach(() => company.store.close())

async function presence(): Promise<Presence | undefined> {
  return (await company.store.people.presences())[0]
}

async function isThere(): Promise<boolean> {
  const known = await presence()
  return known !== undefined && isAtDesk(known, company.clock.now())
}

describe('an agent at the desk', () => {
  it('takes conversations from the first sign of life on, and is gone when there is none for a while', async () => {
    await company.presences.comeOrStay('ann')
    expect(await presence()).toEqual({ agentId: 'ann', available: true, since: NINE, until: NINE + 45 * SECOND })
    company.clock.advance(44 * SECOND)
    expect(await isThere()).toBe(true)
    company.clock.advance(SECOND)
    expect(await isThere()).toBe(false)
  })

  it('stays as long as there are signs of life, however many, and has come once', async () => {
    for (let signs = 0; signs < 30; signs++) {
      await company.presences.comeOrStay('ann')
      company.clock.advance(5 * SECOND)
      expect(await isThere()).toBe(true)
    }
    expect((await presence())?.since).toBe(NINE)
    expect(changes).toBe(1)
  })

  it('takes a break until they say otherwise, also over a page that is loaded again', async () => {
    await company.presences.comeOrStay('ann')
    company.clock.advance(60 * SECOND)
    await company.presences.comeOrStay('ann')
    const chosen = await company.presences.choose('ann', false)
    expect(chosen).toMatchObject({ available: false, since: company.clock.now() })
    await company.presences.leave('ann')
    company.clock.advance(5 * SECOND)
    await company.presences.comeOrStay('ann')
    expect(await presence()).toEqual({ ...chosen, until: company.clock.now() + 45 * SECOND })
    await company.presences.choose('ann', true)
    expect(await presence()).toMatchObject({ available: true, since: company.clock.now() })
  })

  it('is gone soon after the last desk was closed, but not at once', async () => {
    await company.presences.comeOrStay('ann')
    await company.presences.leave('ann')
    company.clock.advance(9 * SECOND)
    expect(await isThere()).toBe(true)
    company.clock.advance(SECOND)
    expect(await isThere()).toBe(false)
    await company.presences.leave('ann')
    expect((await presence())?.until).toBe(company.clock.now())
  })

  it('stays when they are there for longer by another way', async () => {
    const until = NINE + 12 * 3_600 * SECOND
    await company.store.people.setPresence({ agentId: 'ann', available: true, until, since: NINE })
    await company.presences.comeOrStay('ann')
    await company.presences.leave('ann')
    expect((await presence())?.until).toBe(until)
  })

  it('keeps a choice that is made while signs of life come in', async () => {
    await Promise.all([
      company.presences.comeOrStay('ann'),
      company.presences.choose('ann', false),
      company.presences.comeOrStay('ann'),
    ])
    expect((await presence())?.available).toBe(false)
  })
})
