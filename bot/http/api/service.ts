import type { Language, Rate } from './basics.ts'

// --- the service of people: GET /api/service?from=YYYY-MM-DD&to=YYYY-MM-DD&channel=  (as for the dashboard) ---

/** Half took no longer than the median, nine in ten no longer than p90; null without any. */
export interface Lengths {
  n: number
  medianMs: number | null
  p90Ms: number | null
}

export interface ServiceFigures {
  handedOver: number
  stillWaiting: number
  timeInQueue: Lengths
  firstResponse: Lengths
  handleTime: Lengths
  passedOn: Rate
  cameBack: Rate
}

export interface ServiceReport {
  from: string
  to: string
  timeZone: string
  channel: string | null
  total: ServiceFigures
  /** Those who accepted any, by name. */
  agents: (ServiceFigures & { agentId: string; name: string })[]
  /** In the order of the policy; queues that are no longer in it come last, by name. */
  queues: (ServiceFigures & { queue: string; title: Record<Language, string> })[]
  /** What each figure means. */
  definitions: Record<string, Record<Language, string>>
}
