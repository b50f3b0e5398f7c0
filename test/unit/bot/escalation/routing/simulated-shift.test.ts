import { beforeAll, describe, expect, it } from 'vitest'
import { route } from '../../../../../bot/escalation/routing/route.ts'
import type { StaffMember } from '../../../../../bot/escalation/routing/staff.ts'
import type { Escalation } from '../../../../../domain/index.ts'
import { seededRandom } from '../../../../../nlp/intent/random.ts'
import { policy } from '../../../../support/minds.ts'
import { escalation, MINUTE, member, NINE } from './company-of.ts'

const SECOND = 1_000
const SHIFT_MS = 4 * 60 * MINUTE

/** Somebody of the shift. */
interface Colleague extends StaffMember {
  /** How long they look at an offer before they accept it; never, where it is absent. */
  acceptsAfterMs?: number
  served: number
}

interface Shift {
  staff: Colleague[]
  waits: number[]
  stillWaiting: number
  mostOpen: Map<string, number>
}

/** Four hours, second by second: customers come by chance, agents accept and finish, one sleeps, one is away for an hour. */
function simulateShift(seed: number): Shift {
  const random = seededRandom(seed)
  const between = (from: number, to: number) => from + random() * (to - from)
  const staff: Colleague[] = ['ann', 'bo', 'cy', 'di'].map((id) => colleague(id, 10 * SECOND))
  staff.push(colleague('asleep'), colleague('away', 10 * SECOND))
  const colleagueOf = new Map(staff.map((one) => [one.id, one]))
  const shift: Shift = { staff, waits: [], stillWaiting: 0, mostOpen: new Map() }
  let waiting: Escalation[] = []
  let ends: { at: number; by: Colleague }[] = []
  let nextAt = NINE

  for (let now = NINE; now < NINE + SHIFT_MS; now += SECOND) {
    const away = now > NINE + 60 * MINUTE && now < NINE + 120 * MINUTE
    for (const one of staff) one.present = one.id !== 'away' || !away
    // Nobody comes in the last hour, so that the queue can empty.
    for (; nextAt <= now && now < NINE + SHIFT_MS - 60 * MINUTE; nextAt += between(5, 45) * SECOND) {
      waiting.push(escalation(`e${nextAt}`, { queuedAt: now, priority: random() }))
    }
    for (const { by } of ends.filter(({ at }) => at <= now)) by.open--
    ends = ends.filter(({ at }) => at > now)

    const facts = waiting.map((each) => ({ escalation: each, supervisorsDue: false }))
    const steps = new Map(
      route({ waiting: facts, staff, rules: policy.routing, now }).map((step) => [step.escalation.id, step.routing]),
    )
    waiting = waiting.map((each) => ({ ...each, routing: steps.get(each.id) ?? each.routing }))
    waiting = waiting.filter(({ routing: { offer, openSince }, queuedAt }) => {
      const asked = offer
        ? colleagueOf.get(offer.agentId)
        : openSince !== undefined
          ? staff.find((one) => one.present && one.acceptsAfterMs !== undefined && one.open < one.capacity)
          : undefined
      const since = offer?.at ?? openSince ?? now
      if (asked?.acceptsAfterMs === undefined || !asked.present || now - since < asked.acceptsAfterMs) return true
      asked.open++
      asked.served++
      asked.lastAcceptedAt = now
      ends.push({ at: now + between(2, 6) * MINUTE, by: asked })
      shift.waits.push(now - queuedAt)
      return false
    })
    for (const { id, open } of staff) shift.mostOpen.set(id, Math.max(open, shift.mostOpen.get(id) ?? 0))
  }
  shift.stillWaiting = waiting.length
  return shift
}

function colleague(id: string, acceptsAfterMs?: number): Colleague {
  return { ...member(id, { capacity: 4 }), served: 0, ...(acceptsAfterMs !== undefined && { acceptsAfterMs }) }
}

describe.each([1, 2, 3])('a shift of four hours (chance %i)', (seed) => {
  let shift: Shift
  beforeAll(() => {
    shift = simulateShift(seed)
  })
  const servedBy = (id: string) => shift.staff.find((one) => one.id === id)?.served ?? 0

  it('leaves nobody waiting, though one agent never accepts', () => {
    expect(shift.stillWaiting).toBe(0)
    expect(shift.waits.length).toBeGreaterThan(300)
    expect(servedBy('asleep')).toBe(0)
  })

  it('lets nobody wait longer than two offers that run out and the first accept', () => {
    expect(Math.max(...shift.waits)).toBeLessThanOrEqual((2 * policy.routing.offerSeconds + 20) * SECOND)
  })

  it('gives those who are there alike their fair share, and who was away for a quarter of it the less', () => {
    const alike = ['ann', 'bo', 'cy', 'di'].map(servedBy)
    expect(Math.max(...alike) - Math.min(...alike)).toBeLessThanOrEqual(0.15 * Math.max(...alike))
    expect(servedBy('away')).toBeLessThan(Math.min(...alike))
    expect(servedBy('away')).toBeGreaterThan(0.4 * Math.min(...alike))
  })

  it('gives nobody more at once than they take', () => {
    for (const { id, capacity } of shift.staff) expect(shift.mostOpen.get(id)).toBeLessThanOrEqual(capacity)
  })
})
