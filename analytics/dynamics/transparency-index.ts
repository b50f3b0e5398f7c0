import { type RateValue, rate } from '../metrics/metric.ts'

export const TRANSPARENCY_PARTS = ['source', 'confidence', 'person', 'published', 'kept'] as const
export type TransparencyPart = (typeof TRANSPARENCY_PARTS)[number]

/** What is counted for the index, of one period: turns of the bot by what they showed, and promises. Whole numbers. */
export interface TransparencySums {
  turns: number
  person: number
  answering: number
  source: number
  confidence: number
  made: number
  published: number
  due: number
  kept: number
}

/** How open the company was with its customers in one period. */
export interface TransparencyIndex {
  /** I, 0..1: the weighted mean of the parts there are; null where there is none. */
  value: number | null
  /** Each a share with its counts; `value` null where nothing could show it: such a part counts neither way. */
  parts: Record<TransparencyPart, RateValue>
}

/** How much each part counts, >= 0; those that are there are taken to add up to one. */
export type TransparencyWeights = Record<TransparencyPart, number>

/** The transparency index of a period, by the definitions below. */
export function transparencyIndex(sums: TransparencySums, weights: TransparencyWeights): TransparencyIndex {
  const parts = {
    source: rate(sums.source, sums.answering),
    confidence: rate(sums.confidence, sums.answering),
    person: rate(sums.person, sums.turns),
    published: rate(sums.published, sums.made),
    kept: rate(sums.kept, sums.due),
  }
  let weight = 0
  let total = 0
  for (const part of TRANSPARENCY_PARTS) {
    const { value } = parts[part]
    if (value === null) continue
    weight += weights[part]
    total += weights[part] * value
  }
  return { value: weight > 0 ? total / weight : null, parts }
}

/** What the index and its parts mean, in words. */
export const TRANSPARENCY_DEFINITIONS = {
  index: {
    en: 'Transparency index: the mean of the parts below, weighted by the policy. A part for which there was nothing to count in a week is left out of that week.',
    zh: '透明度指数：以下各项按策略权重的加权平均。某一周无从统计的项目，当周不计入。',
  },
  source: {
    en: 'Of the bot’s turns that answered something: those in which every answer named its source. Turns recorded by older versions, which did not keep it, are not counted.',
    zh: '机器人给出回答的轮次中，每条回答都注明出处的占比。旧版本未记录此项的轮次不计入。',
  },
  confidence: {
    en: 'Of the bot’s turns that answered something: those in which every answer said how sure the bot is.',
    zh: '机器人给出回答的轮次中，每条回答都说明把握程度的占比。',
  },
  person: {
    en: 'Of all turns of the bot: those that said how to reach a person, or handed over to one.',
    zh: '机器人全部轮次中，告知如何转人工或已转人工的占比。',
  },
  published: {
    en: 'Of the promises made in the week: those that the customer was told with the time they hold for, in a message that the record names.',
    zh: '当周作出的承诺中，已在消息里告知客户并给出时限的占比。',
  },
  kept: {
    en: 'Of the promises due in the week: those kept in time. Late is not kept; what was withdrawn, or what nobody can tell of, is not counted, nor what only the customer can tell of until they have.',
    zh: '当周到期的承诺中，按时兑现的占比。迟到不算兑现；已撤回、无从得知结果，或只有顾客才知道而尚未确认的承诺不计入。',
  },
} as const satisfies Record<TransparencyPart | 'index', { en: string; zh: string }>
