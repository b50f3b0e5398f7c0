import type { promisesEn } from './promises-en.ts'

export const promisesZh: typeof promisesEn = {
  hint: '按到期时间统计的承诺：知识库回答中的、机器人转人工时作出的，以及客服作出的。改期不重新计算：在最初告知顾客的时间前完成才算按时。',
  none: '这段时间内没有到期的承诺。',
  keptInTime: '按时兑现',
  byWeek: '各周到期的承诺',
  byMaker: '按承诺来源',
  maker: '来源',
  week: '周（起始日）',
  makers: {
    bot: '机器人（转人工时）',
    pack: (need) => `回答：${need}`,
    agent: (name) => name,
  },
  scroll: '承诺列表，可横向滚动',
}
