import type { Escalation } from '../../../domain/index.ts'
import { absenceAt } from '../../hours/index.ts'
import { hoursOf, type Policy } from '../../policy/index.ts'
import type { DeskQueueState } from '../api.ts'

/** How each queue stands: who waits, and whether somebody should be there. */
export function queueStates({
  policy,
  companyTimeZone,
  waiting,
  now,
}: {
  policy: Pick<Policy, 'queues' | 'hours'>
  companyTimeZone: string
  waiting: readonly Pick<Escalation, 'queue'>[]
  now: number
}): DeskQueueState[] {
  return policy.queues.map(({ name, title }) => {
    const absence = absenceAt(hoursOf(policy, name), companyTimeZone, now)
    return {
      name,
      title,
      waiting: waiting.filter(({ queue }) => queue === name).length,
      openNow: absence === undefined,
      ...(absence?.backAt !== undefined && { opensAt: absence.backAt }),
    }
  })
}
