import type { Metric } from './metric.ts'

export const conversationsOpened: Metric<number> = {
  key: 'conversations',
  definition: {
    en: 'Conversations opened in the period: the customer’s first message was stored then.',
    zh: '本期开启的会话数：以客户第一条消息的保存时间为准。',
  },
  of: (counts) => counts.opened,
}

export const escalations: Metric<number> = {
  key: 'escalations',
  definition: {
    en: 'Handovers to a person in the period. A conversation handed over twice counts twice.',
    zh: '本期转人工的次数。同一会话转接两次计两次。',
  },
  of: (counts) => counts.escalated,
}

export const reopened: Metric<number> = {
  key: 'reopened',
  definition: {
    en: 'Conversations in which the customer wrote again after they had been resolved, in the period.',
    zh: '本期结束后客户又继续发言的会话数。',
  },
  of: (counts) => counts.reopened,
}

export const turns: Metric<number> = {
  key: 'turns',
  definition: {
    en: 'Customer messages in the period that the bot decided about.',
    zh: '本期由机器人处理的客户消息数。',
  },
  of: (counts) => counts.turns,
}
