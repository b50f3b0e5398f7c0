import { type Metric, type RateValue, rate } from './metric.ts'

export const csat: Metric<RateValue> = {
  key: 'csat',
  definition: {
    en: 'Of the answered surveys that were sent in the period, the share with a rating of 4 or 5 out of 5. Interval: Wilson, 95 %.',
    zh: '本期发出且已回复的调查中，评分为 4 或 5（满分 5）的比例。区间为 95% 威尔逊区间。',
  },
  of: (counts) => rate(counts.ratingsSatisfied, counts.surveyResponses),
}
