import { type RateValue, rate } from '../metric.ts'
import type { HandoverMetric } from './handover-facts.ts'

export const passedOn: HandoverMetric<RateValue> = {
  key: 'passedOn',
  definition: {
    en: 'Of the handovers that began in the period, were accepted and have ended, the share that the agent passed on to another agent or queue, or lost because they were gone. Interval: Wilson, 95 %.',
    zh: '本期开始、已接入并已结束的转人工中，被转给其他客服或队列、或因客服离开而交出的比例。区间为 95% 威尔逊区间。',
  },
  of(handovers) {
    const ended = handovers.filter(({ acceptedAt, endedAt }) => acceptedAt !== undefined && endedAt !== undefined)
    const passed = ended.filter(({ outcome }) => outcome === 'transferred' || outcome === 'given-back')
    return rate(passed.length, ended.length)
  },
}
