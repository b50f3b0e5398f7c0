import { containment } from './containment.ts'
import { conversationsOpened, escalations, reopened, turns } from './counts.ts'
import { meanGap } from './mean-gap.ts'
import { meanTrust } from './mean-trust.ts'

/** Every metric of the record itself by the name under which the pages and the reports show it; of surveys see `analytics/survey`. */
export const METRICS = {
  conversations: conversationsOpened,
  containment,
  escalations,
  gap: meanGap,
  trust: meanTrust,
  reopened,
  turns,
} as const

export { type Metric, type PeriodCounts, type RateValue, rate } from './metric.ts'
