import { containment } from './containment.ts'
import { conversationsOpened, escalations, reopened, turns } from './counts.ts'
import { csat } from './csat.ts'
import { meanGap } from './mean-gap.ts'
import { meanRating } from './mean-rating.ts'
import { meanTrust } from './mean-trust.ts'
import { responseRate } from './response-rate.ts'
import { saidResolved } from './said-resolved.ts'

/** Every metric by the name under which the pages and the reports show it. */
export const METRICS = {
  conversations: conversationsOpened,
  containment,
  escalations,
  csat,
  responseRate,
  saidResolved,
  meanRating,
  gap: meanGap,
  trust: meanTrust,
  reopened,
  turns,
} as const

export { type Metric, type PeriodCounts, type RateValue, rate } from './metric.ts'
