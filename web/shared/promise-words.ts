import type { Language, ShownPromise } from '../../bot/http/api.ts'

export const promiseStateWords: Record<Language, Record<ShownPromise['state'], string>> = {
  en: {
    open: 'open',
    overdue: 'overdue',
    kept: 'kept in time',
    late: 'done, but late',
    broken: 'not kept',
    withdrawn: 'no longer needed',
    unknown: 'nobody can tell',
  },
  zh: {
    open: '进行中',
    overdue: '已超时',
    kept: '按时兑现',
    late: '兑现但超时',
    broken: '未兑现',
    withdrawn: '不再需要',
    unknown: '无法确认',
  },
}

const ANSWER: Record<Language, string> = { en: 'A person answers', zh: '由客服人员回复' }

/** What was promised: a deed in the words that the customer was told. */
export function promiseWords({ kind, what }: Pick<ShownPromise, 'kind' | 'what'>, language: Language): string {
  return kind === 'deed' && what !== undefined ? what : ANSWER[language]
}
