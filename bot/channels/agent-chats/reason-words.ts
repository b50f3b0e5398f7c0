import type { EscalationReason, GapReasonCode, Language } from '../../../domain/index.ts'

interface ReasonWords {
  escalation: Record<EscalationReason, string>
  gap: Record<GapReasonCode, string>
}

/** Why a customer waits, as the desk says it; a test holds the two together. */
export const REASON_WORDS: Record<Language, ReasonWords> = {
  en: {
    escalation: {
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
      reopened: 'Came back after it was resolved',
      'taken-over': 'A person stepped in',
    },
    gap: {
      'need-unclear': 'several needs are possible',
      'need-unknown': 'none of our topics fits',
      'detail-missing': 'a detail is missing',
      'answer-refused': 'an answer was refused',
      'need-repeated': 'asked the same again',
      'clarification-failed': 'asking back did not help',
      'sentiment-falling': 'the mood is getting worse',
      'asked-for-person': 'asked for a person',
      'answer-accepted': 'an answer was accepted',
      swears: 'swears or is angry',
      'gives-up': 'is giving up',
      'long-silence': 'was silent for long',
      'slow-start': 'nothing answered yet',
      'long-conversation': 'the conversation is getting long',
      'wording-dissatisfied': 'the wording sounds dissatisfied',
      'wording-content': 'the wording sounds content',
      'usual-share': 'the usual level here',
    },
  },
  zh: {
    escalation: {
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
      reopened: '解决后再次联系',
      'taken-over': '人工主动接手',
    },
    gap: {
      'need-unclear': '可能有多种需求',
      'need-unknown': '不属于已有主题',
      'detail-missing': '缺少必要信息',
      'answer-refused': '回答被拒绝',
      'need-repeated': '重复提问',
      'clarification-failed': '追问后仍不明确',
      'sentiment-falling': '情绪变差',
      'asked-for-person': '要求转人工',
      'answer-accepted': '认可了回答',
      swears: '出言不逊或生气',
      'gives-up': '准备放弃',
      'long-silence': '长时间没有说话',
      'slow-start': '还没有得到任何回答',
      'long-conversation': '对话已经较长',
      'wording-dissatisfied': '措辞显得不满',
      'wording-content': '措辞显得满意',
      'usual-share': '本店的一般水平',
    },
  },
}
