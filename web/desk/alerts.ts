import type { DeskEscalation, DeskQueue } from '../../bot/http/api.ts'

/** `open`: new in the queue, and everybody may take it. */
export type AlertKind = 'offered' | 'open' | 'customer-wrote' | 'supervisors-called'

export interface Alert {
  kind: AlertKind
  escalation: DeskEscalation
}

/**
 * What has happened between two looks at the queue that this agent should know of, one alert for an escalation at most.
 * Nothing is new at the first look.
 */
export function newAlerts(before: DeskQueue | undefined, now: DeskQueue): Alert[] {
  if (!before) return []
  const waited = byId(before.waiting)
  const had = byId(before.mine)
  const ofWaiting = now.waiting.flatMap((escalation): Alert[] => {
    const kind = waitingAlert(waited.get(escalation.id), escalation, now.me)
    return kind ? [{ kind, escalation }] : []
  })
  const ofMine = now.mine.filter((escalation) => {
    const earlier = had.get(escalation.id)
    return earlier && escalation.unansweredSince !== undefined && escalation.lastSeq > earlier.lastSeq
  })
  return [...ofWaiting, ...ofMine.map((escalation) => ({ kind: 'customer-wrote' as const, escalation }))]
}

function waitingAlert(
  before: DeskEscalation | undefined,
  now: DeskEscalation,
  me: DeskQueue['me'],
): AlertKind | undefined {
  if (now.offer?.mine && before?.offer?.mine !== true) return 'offered'
  if (me.supervisor && now.supervisorsCalled && before?.supervisorsCalled !== true) return 'supervisors-called'
  if ((me.available || !me.takesOffers) && now.openCall && before?.openCall !== true) return 'open'
  return undefined
}

function byId(escalations: readonly DeskEscalation[]): Map<string, DeskEscalation> {
  return new Map(escalations.map((escalation) => [escalation.id, escalation]))
}
