import type { HandoverMetric } from './handover-facts.ts'
import { type Lengths, lengths } from './lengths.ts'

export const timeInQueue: HandoverMetric<Lengths> = {
  key: 'timeInQueue',
  definition: {
    en: 'From the moment the customer was put in the queue until an agent accepted, of handovers that began in the period and were accepted. After a transfer the wait for the next agent counts anew. Where an agent stepped in unasked, nobody waited, and it is not counted.',
    zh: '从客户进入队列到客服接入的时间，统计本期开始且已被接入的转人工。转接之后等待下一位客服的时间另计；客服主动介入时无人等待，不计入。',
  },
  of: (handovers) =>
    lengths(
      handovers.flatMap(({ steppedIn, queuedAt, acceptedAt }) =>
        steppedIn || acceptedAt === undefined ? [] : [acceptedAt - queuedAt],
      ),
    ),
}
