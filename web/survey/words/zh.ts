import type { SurveyWords } from './en.ts'

export const zh: SurveyWords = {
  title: '您觉得怎么样？',
  introduction: (company, day) => `关于您 ${day} 与${company}的对话。`,
  until: (at) => `${at} 之前可以填写或修改。`,
  closed: (at) => `这份评价已于 ${at} 截止。如果有想告诉我们的，请在聊天中留言。`,
  optional: '选填',
  low: (from, name) => `${from} 分：${name}`,
  yes: '是',
  no: '否',
  send: '提交',
  change: '修改回答',
  sending: '正在提交……',
  thanks: '谢谢，您的回答已保存。',
  present: '这是您目前的回答。',
  refuse: '以后不再邀请我评价',
  refused: '好的，以后不再邀请您评价。',
  allow: '可以再次邀请我评价',
  noLink: '此链接无法打开：可能不完整或已过期。请使用最近一条消息中的完整链接。',
}
