import { useEffect, useRef } from 'preact/hooks'
import type { DeskPromise, Language } from '../../bot/http/api.ts'
import { promiseWords, STAFF_PROMISE_WORDS } from '../shared/promise-words.ts'
import { newPromiseNews } from './promise-news.ts'
import type { Attention } from './use-attention.ts'
import type { DeskWords } from './words/en.ts'

/** Calls the agent when a promise of theirs is due soon or late, and supervisors when any is late. */
export function usePromiseNews(
  promises: readonly DeskPromise[] | undefined,
  isSupervisor: boolean,
  attention: Pick<Attention, 'call'>,
  { language, words }: { language: Language; words: DeskWords },
): void {
  const before = useRef<readonly DeskPromise[]>(undefined)
  useEffect(() => {
    if (!promises || promises === before.current) return
    const news = newPromiseNews(before.current, promises, isSupervisor)
    before.current = promises
    for (const { kind, promise } of news) {
      const what = promiseWords(promise, STAFF_PROMISE_WORDS[language])
      attention.call(words.promise.news[kind](promise.customerName, what), promise.conversationId)
    }
  })
}
