import { cameBack } from './came-back.ts'
import { handedOver, stillWaiting } from './counts.ts'
import { firstResponse } from './first-response.ts'
import { handleTime } from './handle-time.ts'
import { passedOn } from './passed-on.ts'
import { timeInQueue } from './time-in-queue.ts'

/** Every figure over handovers, by the name under which the page shows it. */
export const HANDOVER_METRICS = {
  handedOver,
  stillWaiting,
  timeInQueue,
  firstResponse,
  handleTime,
  passedOn,
  cameBack,
} as const

export type { HandoverContext, HandoverFacts, HandoverMetric } from './handover-facts.ts'
export type { Lengths } from './lengths.ts'
