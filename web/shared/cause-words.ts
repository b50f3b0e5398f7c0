import type { Language, LedgerLine } from '../../bot/http/api.ts'

interface CauseWords {
  rating: (rating: number) => string
  recommend: (score: number) => string
  effort: (score: number) => string
  plain: Record<Exclude<LedgerLine['cause'], 'survey-rating' | 'survey-recommend' | 'survey-effort'>, string>
}

const WORDS: Record<Language, CauseWords> = {
  en: {
    rating: (rating) => `Rated us ${rating} of 5`,
    recommend: (score) => `Would recommend us: ${score} of 10`,
    effort: (score) => `How easy it was: ${score} of 7`,
    plain: {
      'survey-resolved': 'Said that it was resolved',
      'survey-unresolved': 'Said that it was not resolved',
      'escalation-resolved': 'A colleague called it resolved',
      'escalation-unresolved': 'A colleague could not resolve it',
      'conversation-reopened': 'Came back because it was not settled',
      'promise-kept': 'A promise was kept',
      'promise-broken': 'A promise was not kept in time',
    },
  },
  zh: {
    rating: (rating) => `评价：${rating} 分（满分 5）`,
    recommend: (score) => `推荐意愿：${score} 分（满分 10）`,
    effort: (score) => `省力程度：${score} 分（满分 7）`,
    plain: {
      'survey-resolved': '表示问题已解决',
      'survey-unresolved': '表示问题未解决',
      'escalation-resolved': '客服人员确认已解决',
      'escalation-unresolved': '客服人员未能解决',
      'conversation-reopened': '问题没有解决，再次联系',
      'promise-kept': '承诺已兑现',
      'promise-broken': '承诺未按时兑现',
    },
  },
}

/** What a row of the ledger says happened. A rating is told as the customer gave it. */
export function causeWords({ cause, share }: Pick<LedgerLine, 'cause' | 'share'>, language: Language): string {
  const words = WORDS[language]
  switch (cause) {
    case 'survey-rating':
      return words.rating(Math.round(1 + 4 * share))
    case 'survey-recommend':
      return words.recommend(Math.round(10 * share))
    case 'survey-effort':
      return words.effort(Math.round(1 + 6 * share))
    default:
      return words.plain[cause]
  }
}
