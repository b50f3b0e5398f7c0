import type { HandoverMetric } from './handover-facts.ts'

export const handedOver: HandoverMetric<number> = {
  key: 'handedOver',
  definition: {
    en: 'Handovers that began in the period. One that was passed on counts once for each agent or queue that it reached.',
    zh: '本期开始的转人工次数。被转接的，每到一位客服或一个队列计一次。',
  },
  of: (handovers) => handovers.length,
}

export const stillWaiting: HandoverMetric<number> = {
  key: 'stillWaiting',
  definition: {
    en: 'Of these, how many no agent has accepted to this day and that have not ended.',
    zh: '其中至今无人接入且尚未结束的次数。',
  },
  of: (handovers) =>
    handovers.filter(({ acceptedAt, endedAt }) => acceptedAt === undefined && endedAt === undefined).length,
}
