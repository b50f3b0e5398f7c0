import type { Language } from '../../domain/index.ts'

interface SurveyWords {
  csat: string
  nps: string
  ces: string
  /** Before the first question of a form of the company's own. */
  own: string
  thanks: string
  changed: string
  answer: {
    rating: string
    recommend: string
    effort: string
    resolved: string
    unresolved: string
    yes: string
    no: string
  }
  of: (value: number, to: number) => string
  comma: string
  refuse: string
  allow: string
  refused: string
  allowed: string
  remind: string
  link: (url: string) => string
  closed: (at: string) => string
  /** On the card. `at` is written by who shows it. */
  until: (at: string) => string
  /** A question with what the ends of its scale mean. */
  ends: (question: string, low: string, high: string) => string
  yes: string
  no: string
  choose: string
  optional: string
  send: string
  openPage: string
}

/** What is said around surveys, beside the questions themselves. */
export const SURVEY_WORDS: Record<Language, SurveyWords> = {
  en: {
    csat: 'How satisfied are you with this conversation, from 1 (not at all) to 5 (very)?',
    nps: 'How likely are you to recommend us to a friend, from 0 (not at all) to 10 (very)?',
    ces: 'How easy was it to get this solved, from 1 (very hard) to 7 (very easy)?',
    own: 'May we ask you something?',
    thanks: 'Thank you. Your answer helps us to do better.',
    changed: 'Thank you. Your answer is changed.',
    answer: {
      rating: 'Rating',
      recommend: 'Would recommend',
      effort: 'Ease',
      resolved: 'resolved',
      unresolved: 'not resolved',
      yes: 'yes',
      no: 'no',
    },
    of: (value, to) => `${value} of ${to}`,
    comma: ', ',
    refuse: 'Do not ask me again',
    allow: 'You may ask me again',
    refused: 'Noted: we will not ask you for a rating any more. You can take that back here.',
    allowed: 'Thank you. We may ask you for a rating again.',
    remind: 'A short reminder: we would like to know how it went. We ask only this once more.',
    link: (url) => `You can also answer here: ${url}`,
    closed: (at) =>
      `This survey closed on ${at}, so your answer could not be taken any more. Write here if there is something we should know.`,
    until: (at) => `You can change your answer until ${at}.`,
    ends: (question, low, high) => `${question} (${low}, ${high})`,
    yes: 'Yes',
    no: 'No',
    choose: 'Please choose one.',
    optional: 'Optional',
    send: 'Send',
    openPage: 'Answer on a page',
  },
  zh: {
    csat: '您对本次服务满意吗？请打分：1（很不满意）到 5（非常满意）。',
    nps: '您有多大可能把我们推荐给朋友？请打分：0（完全不可能）到 10（非常可能）。',
    ces: '这次解决问题轻松吗？请打分：1（非常费力）到 7（非常轻松）。',
    own: '想请您回答几个小问题：',
    thanks: '谢谢您的反馈，我们会继续改进。',
    changed: '谢谢，您的回答已更新。',
    answer: {
      rating: '评分',
      recommend: '推荐意愿',
      effort: '省力程度',
      resolved: '已解决',
      unresolved: '未解决',
      yes: '是',
      no: '否',
    },
    of: (value, to) => `${value} 分（满分 ${to} 分）`,
    comma: '，',
    refuse: '以后不再邀请我评价',
    allow: '可以再次邀请我评价',
    refused: '好的，以后不再邀请您评价。如果改变主意，可以在这里恢复。',
    allowed: '谢谢，以后我们会再邀请您评价。',
    remind: '温馨提醒：想听听您对上次服务的评价。我们只提醒这一次。',
    link: (url) => `也可以在这里填写：${url}`,
    closed: (at) => `这份评价已于${at}截止，您的回答未能提交。如果有想告诉我们的，请直接在这里留言。`,
    until: (at) => `${at}之前可以修改您的回答。`,
    ends: (question, low, high) => `${question}（${low}，${high}）`,
    yes: '是',
    no: '否',
    choose: '请选择一项。',
    optional: '选填',
    send: '提交',
    openPage: '在网页上填写',
  },
}
