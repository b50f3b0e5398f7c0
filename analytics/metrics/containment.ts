import { type Metric, type RateValue, rate } from './metric.ts'

/** Numerator and denominator are resolutions of the same period, so the rate cannot pass 1. */
export const containment: Metric<RateValue> = {
  key: 'containment',
  definition: {
    en: 'Of all resolutions in the period, the share that needed no handover since the conversation was opened or last reopened. A conversation closed because nobody wrote any more counts as a resolution.',
    zh: '本期所有已结束的会话中，自开启（或最近一次重新开启）以来没有转人工的比例。因长时间无人发言而关闭的会话也算结束。',
  },
  of: (counts) =>
    rate(counts.resolvedWithoutEscalation, counts.resolvedByBot + counts.resolvedByAgent + counts.resolvedByIdle),
}
