import { type RatioSums, ratioOf } from '../learning/ratio-sums.ts'

/** Evidence of one week: its weight and the part that is for the company, by customer. */
export type EvidenceOfWeek = Omit<RatioSums, 'conversations'> & { customers: number }

/** How far customers trusted the company in one week. */
export interface TrustOfWeek {
  /** 0..1: the part of the week's evidence that is for the company. */
  value: number
  /** Standard error; null where one customer alone tells nothing of how customers differ. */
  error: number | null
  customers: number
}

/**
 * Trust in one week from that week's evidence alone, with the error of a ratio over customers: what one customer says
 * twice is not said by two. It is not the mean of the customers' scores: these hold on to what was long ago, so that they
 * show a change late and too small, which no fit could undo.
 * @returns null of a week without evidence
 */
export function trustOfWeek({ customers, ...sums }: EvidenceOfWeek): TrustOfWeek | null {
  const { value, variance } = ratioOf({ ...sums, conversations: customers })
  if (value === null) return null
  return { value, error: variance === null ? null : Math.sqrt(variance), customers }
}

/** What a week's trust means, in words. */
export const WEEKLY_TRUST_DEFINITION = {
  en: 'Of the evidence that the trust ledger took in during the week, the part that is for the company, in observations as the policy weighs them: ratings, promises kept and broken, how handovers ended. The interval takes customers, not entries, for independent. Answers that were changed later count as they stand now.',
  zh: '当周信任账本新增的记录（评分、承诺是否兑现、转人工的结果）中，按策略权重计算的正面部分占比。区间以客户为独立单位，而不是以记录条数。客户后来修改过的评价按修改后的计。',
} as const
