import type { Language, ShownPromise } from '../../bot/http/api.ts'

/** What a promise of which only the time is known promises, and how it stands. */
export interface PromiseVocabulary {
  answer: string
  states: Record<ShownPromise['state'], string>
}

/** For customers, in the chat and on their record. What the chat tells of a promise as it happens (`bot/promises/words.ts`) says the same. */
export const CUSTOMERS_PROMISE_WORDS: Record<Language, PromiseVocabulary> = {
  en: {
    answer: 'A person answers you',
    states: {
      open: 'we are on it',
      overdue: 'late: we are sorry',
      kept: 'done in time',
      late: 'done, but late',
      broken: 'not kept: we are sorry',
      withdrawn: 'no longer needed',
      unknown: 'we do not know whether it happened',
    },
  },
  zh: {
    answer: '人工客服答复您',
    states: {
      open: '正在处理',
      overdue: '已逾期，非常抱歉',
      kept: '已按时完成',
      late: '已完成，但晚了',
      broken: '没有兑现，非常抱歉',
      withdrawn: '您已不再需要',
      unknown: '不清楚是否已做到',
    },
  },
}

/** For people who work here, on all their pages. */
export const STAFF_PROMISE_WORDS: Record<Language, PromiseVocabulary> = {
  en: {
    answer: 'A person answers',
    states: {
      open: 'Not due yet',
      overdue: 'Overdue',
      kept: 'Done in time',
      late: 'Done late',
      broken: 'Broken',
      withdrawn: 'No longer needed',
      unknown: 'Nobody knows',
    },
  },
  zh: {
    answer: '人工答复',
    states: {
      open: '未到期',
      overdue: '已逾期',
      kept: '按时完成',
      late: '超时完成',
      broken: '未兑现',
      withdrawn: '不再需要',
      unknown: '无法确认',
    },
  },
}

/** What was promised: a deed in the words that the customer was told. */
export function promiseWords({ what }: Pick<ShownPromise, 'what'>, { answer }: PromiseVocabulary): string {
  return what ?? answer
}
