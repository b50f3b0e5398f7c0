import type { HandoverMetric } from './handover-facts.ts'
import { type Lengths, lengths } from './lengths.ts'

export const handleTime: HandoverMetric<Lengths> = {
  key: 'handleTime',
  definition: {
    en: 'From accepting to the end of the agent’s own part: closed, given back to the bot, or passed on. Of handovers that began in the period and have ended. It holds the customer’s pauses, too.',
    zh: '从客服接入到其负责的部分结束（关闭、交还机器人或转给他人）的时间，统计本期开始且已结束的转人工，其中也包含客户的停顿。',
  },
  of: (handovers) =>
    lengths(
      handovers.flatMap(({ acceptedAt, endedAt }) =>
        acceptedAt === undefined || endedAt === undefined ? [] : [endedAt - acceptedAt],
      ),
    ),
}
