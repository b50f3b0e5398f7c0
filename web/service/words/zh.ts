import { reportZh } from '../../shared/words/report-zh.ts'
import type { ServiceWords } from './en.ts'

export const zh: ServiceWords = {
  ...reportZh,
  title: '人工服务',
  heading: '人工服务情况',
  hint: '从转人工到每位客服的工作结束。所有指标都不含机器人的时间。',
  managersOnly: '人工服务报告仅供经理和管理员使用。',
  empty: '该时间范围内没有转人工的客户。请选择更长的范围。',
  byAgent: '按客服',
  byQueue: '按队列',
  noAgents: '该时间范围内没有客服接入客户。',
  tile: {
    handedOver: '转人工次数',
    stillWaiting: '仍在等待',
    timeInQueue: '排队时间',
    firstResponse: '首次响应',
    handleTime: '处理时间',
    passedOn: '转出',
    cameBack: '再次来访',
  },
  column: { agent: '客服', queue: '队列' },
  nineInTen: (length) => `九成不超过 ${length}`,
  of: (n) => `共 ${n} 次`,
}
