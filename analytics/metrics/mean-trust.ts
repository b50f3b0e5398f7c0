import type { Metric } from './metric.ts'

export const meanTrust: Metric<number | null> = {
  key: 'trust',
  definition: {
    en: 'Mean trust score, at the end of the period, over the customers about whom there is any evidence: each with the score after the last entry of the ledger.',
    zh: '期末所有有记录的客户的平均信任分：每位客户取其信任账本中最后一条记录之后的分数。',
  },
  of: (counts) => counts.trustMean,
}
