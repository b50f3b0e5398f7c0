import type { Metric } from './metric.ts'

export const meanGap: Metric<number | null> = {
  key: 'gap',
  definition: {
    en: 'Mean information gap over the turns of the period: the estimated probability, right after a customer’s message, that the need is still unmet.',
    zh: '本期每轮对话的平均信息差：在客户发言之后，估计其需求仍未满足的概率。',
  },
  of: (counts) => (counts.turns > 0 ? counts.gapSum / counts.turns : null),
}
