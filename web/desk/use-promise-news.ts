import { useEffect, useRef } from 'preact/hooks'
import type { DeskPromise } from '../../bot/http/api.ts'
import { newPromiseNews } from './promise-news.ts'
import type { Attention } from './use-attention.ts'
import type { DeskWords } from './words/en.ts'

/** Calls the agent when a promise of theirs is due soon or late, and supervisors when any is late. */
export function usePromiseNews(
  promises: readonly DeskPromise[] | undefined,
  isSupervisor: boolean,
  attention: Pick<Attention, 'call'>,
  words: DeskWords,
): void {
  const before = useRef<readonly DeskPromise[]>(undefined)
  useEffect(() => {
    if (!promises || promises === before.current) return
    const news = newPromiseNews(before.current, promises, isSupervisor)
    before.current = promises
    for (const { kind, promise } of news) {
      const what = promise.what ?? words.promise.answer
      attention.call(words.promise.news[kind](promise.customerName, what), promise.conversationId)
    }
  })
}
