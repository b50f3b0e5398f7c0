import { type Metric, type RateValue, rate } from './metric.ts'

export const responseRate: Metric<RateValue> = {
  key: 'responseRate',
  definition: {
    en: 'Of the surveys sent in the period, the share that was answered, whenever the answer came.',
    zh: '本期发出的调查中，已得到回复的比例（不论何时回复）。',
  },
  of: (counts) => rate(counts.surveyResponses, counts.surveysSent),
}
