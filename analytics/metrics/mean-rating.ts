import type { Metric } from './metric.ts'

export const meanRating: Metric<number | null> = {
  key: 'meanRating',
  definition: {
    en: 'Mean rating, 1 to 5, of the answered surveys that were sent in the period.',
    zh: '本期发出且已回复的调查的平均评分（1 至 5）。',
  },
  of: (counts) => (counts.surveyResponses > 0 ? counts.ratingSum / counts.surveyResponses : null),
}
