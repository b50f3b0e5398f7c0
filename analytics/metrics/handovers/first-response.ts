import type { HandoverMetric } from './handover-facts.ts'
import { type Lengths, lengths } from './lengths.ts'

export const firstResponse: HandoverMetric<Lengths> = {
  key: 'firstResponse',
  definition: {
    en: 'From the moment the customer was put in the queue until the agent first wrote, of handovers that began in the period and got an answer. What the bot or the system writes is no answer. Where an agent stepped in unasked, nobody waited, and it is not counted.',
    zh: '从客户进入队列到客服第一次发言的时间，统计本期开始且得到答复的转人工。机器人和系统的消息不算答复；客服主动介入时无人等待，不计入。',
  },
  of: (handovers) =>
    lengths(
      handovers.flatMap(({ steppedIn, queuedAt, firstReplyAt }) =>
        steppedIn || firstReplyAt === undefined ? [] : [firstReplyAt - queuedAt],
      ),
    ),
}
