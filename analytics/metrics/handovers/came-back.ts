import { type RateValue, rate } from '../metric.ts'
import type { HandoverMetric } from './handover-facts.ts'

export const cameBack: HandoverMetric<RateValue> = {
  key: 'cameBack',
  definition: {
    en: 'Of the handovers that began in the period and that the agent closed, the share in which the customer wrote again within the policy’s time (gap.reopenWithinHours). Those closed more recently than that are not counted yet, whether the customer came back or not. Interval: Wilson, 95 %.',
    zh: '本期开始并由客服关闭的转人工中，客户在策略规定的时间内（gap.reopenWithinHours）再次发言的比例。关闭时间还不够久的暂不计入，无论客户是否回来。区间为 95% 威尔逊区间。',
  },
  of(handovers, { now, reopenWithinMs }) {
    const closed = handovers.filter(
      ({ outcome, endedAt = now }) =>
        (outcome === 'resolved' || outcome === 'unresolved') && endedAt + reopenWithinMs <= now,
    )
    const back = closed.filter(
      ({ endedAt = now, reopenedAt }) => reopenedAt !== undefined && reopenedAt - endedAt <= reopenWithinMs,
    )
    return rate(back.length, closed.length)
  },
}
