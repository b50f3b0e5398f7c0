import type { Waiting } from '../../../../../bot/escalation/routing/route.ts'
import type { StaffMember } from '../../../../../bot/escalation/routing/staff.ts'
import { type Escalation, newRouting } from '../../../../../domain/index.ts'

/** 2026-11-02 09:00 UTC, a Monday. */
export const NINE = Date.UTC(2026, 10, 2, 9)
export const MINUTE = 60_000

/** Somebody at their desk who speaks and serves everything, with nothing to do. */
export function member(id: string, changes: Partial<StaffMember> = {}): StaffMember {
  return { id, languages: [], queues: [], capacity: 3, present: true, open: 0, ...changes }
}

export function escalation(id: string, changes: Partial<Escalation> = {}): Escalation {
  return {
    id,
    conversationId: `c-${id}`,
    customerId: `customer-${id}`,
    language: 'en',
    reasons: ['asked-for-person'],
    gap: 0.5,
    gapReasons: [],
    priority: 0.5,
    queue: 'general',
    routing: newRouting(),
    queuedAt: NINE,
    ...changes,
  }
}

export function waiting(id: string, changes: Partial<Escalation> = {}, supervisorsDue = false): Waiting {
  return { escalation: escalation(id, changes), supervisorsDue }
}
