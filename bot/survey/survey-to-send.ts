import { DAY_MS, HOUR_MS, type NotAskedReason, type SurveyConsent } from '../../domain/index.ts'
import type { LastAsked } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'

/** A conversation that has just ended, as far as it decides what the customer is asked. */
export interface Resolution {
  at: number
  /** What it was about, where that is known. */
  need?: string
  /** The agent says that it was none. */
  isSpam: boolean
  /** The bot has answered something, or a person was there. */
  wasServed: boolean
  isAngryExit: boolean
}

/** What is known of the customer. `asked`: the last survey of each form. */
export interface AskedBefore {
  consent?: SurveyConsent
  asked: readonly LastAsked[]
}

export type SurveyDecision =
  | { kind: 'send'; form: string; items?: Policy['survey']['own'][number]['items'] }
  | { kind: 'none'; because: NotAskedReason }

/**
 * Which form a customer is sent after a resolution, if any. Pure: the same resolution gives the same survey.
 * @param draw for each form a number, 0..1, that belongs to the resolution
 */
export function surveyToSend(
  resolution: Resolution,
  before: AskedBefore,
  policy: Policy['survey'],
  draw: (form: string) => number,
): SurveyDecision {
  const because = reasonNotToAsk(resolution, before, policy)
  if (because) return { kind: 'none', because }
  const { need, at } = resolution
  const last = before.asked.find(({ form }) => form === 'nps')
  const mayAskNps = last === undefined || last.sentAt < npsSince(at, policy)
  if (mayAskNps && draw('nps') < policy.nps.share) return { kind: 'send', form: 'nps' }
  for (const { name, needs, share, items } of policy.own) {
    const fits = needs === undefined || (need !== undefined && needs.includes(need))
    if (fits && draw(name) < share) return { kind: 'send', form: name, items }
  }
  if (draw('ces') < policy.ces.share) return { kind: 'send', form: 'ces' }
  return draw('csat') < policy.share ? { kind: 'send', form: 'csat' } : { kind: 'none', because: 'not-drawn' }
}

/** Who was asked at this moment or later is not asked for a recommendation again. */
export function npsSince(at: number, { nps }: Pick<Policy['survey'], 'nps'>): number {
  return at - nps.everyDays * DAY_MS
}

function reasonNotToAsk(
  { at, isSpam, wasServed, isAngryExit }: Resolution,
  { consent, asked }: AskedBefore,
  { consent: rule, restHours }: Policy['survey'],
): NotAskedReason | undefined {
  if (isSpam) return 'spam'
  if (!wasServed) return 'nothing-answered'
  if (consent?.kind === 'refused' || (rule === 'opt-in' && consent?.kind !== 'given')) return 'no-consent'
  if (isAngryExit) return 'angry-exit'
  const last = asked.toSorted((a, b) => b.sentAt - a.sentAt)[0]
  if (last && at - last.sentAt < restHours[last.answered ? 'answered' : 'unanswered'] * HOUR_MS) return 'asked-recently'
  return undefined
}
