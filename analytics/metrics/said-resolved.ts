import { type Metric, type RateValue, rate } from './metric.ts'

export const saidResolved: Metric<RateValue> = {
  key: 'saidResolved',
  definition: {
    en: 'Of the answered surveys sent in the period that say whether the need was met, the share that says yes.',
    zh: '本期发出并回答了“是否解决”的调查中，回答“已解决”的比例。',
  },
  of: (counts) => rate(counts.saidResolved, counts.saidResolved + counts.saidUnresolved),
}
