import type { Language } from '../../bot/http/api.ts'

/** Codes of domain/decision.ts, as an agent and a manager read them. */
const ESCALATION: Record<Language, Record<string, string>> = {
  en: {
    'asked-for-person': 'Asked for a person',
    safety: 'May be dangerous',
    legal: 'May concern the law',
    'need-requires-person': 'Only a person can do this',
    'clarification-failed': 'Asking back did not help',
    'answer-refused': 'Refused the answer',
    'need-repeated': 'Asked the same again',
    'out-of-scope': 'Not one of our topics',
    'gap-too-large': 'Too unsure what is needed',
    'risk-too-large': 'A wrong answer would cost too much',
  },
  zh: {
    'asked-for-person': '要求转人工',
    safety: '可能涉及安全',
    legal: '可能涉及法律',
    'need-requires-person': '须由人工处理',
    'clarification-failed': '追问后仍不明确',
    'answer-refused': '不认可机器人的回答',
    'need-repeated': '重复提问',
    'out-of-scope': '超出服务范围',
    'gap-too-large': '信息差过大',
    'risk-too-large': '答错的代价过高',
  },
}

/** Codes of domain/gap.ts. */
const GAP: Record<Language, Record<string, string>> = {
  en: {
    'need-unclear': 'several needs are possible',
    'need-unknown': 'none of our topics fits',
    'detail-missing': 'a detail is missing',
    'answer-refused': 'an answer was refused',
    'need-repeated': 'asked the same again',
    'clarification-failed': 'asking back did not help',
    'sentiment-falling': 'the mood is getting worse',
    'asked-for-person': 'asked for a person',
    'answer-accepted': 'an answer was accepted',
  },
  zh: {
    'need-unclear': '可能有多种需求',
    'need-unknown': '不属于已有主题',
    'detail-missing': '缺少必要信息',
    'answer-refused': '回答被拒绝',
    'need-repeated': '重复提问',
    'clarification-failed': '追问后仍不明确',
    'sentiment-falling': '情绪变差',
    'asked-for-person': '要求转人工',
    'answer-accepted': '认可了回答',
  },
}

/** In words, or the code itself when the server is newer than the page. */
export function escalationReasonWords(code: string, language: Language): string {
  return ESCALATION[language][code] ?? code
}

export function gapReasonWords(code: string, language: Language): string {
  return GAP[language][code] ?? code
}
