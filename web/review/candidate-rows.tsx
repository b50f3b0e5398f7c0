import { useLayoutEffect, useRef } from 'preact/hooks'
import type { CandidatePage, CandidateView, Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count } from '../shared/numbers.ts'
import type { CandidateFilter } from './candidate-list.ts'
import { meaningTitle } from './candidate-words.ts'
import type { ReviewWords } from './words/en.ts'

/** The messages of the list, to open any of them; decided ones can be put back from here. */
export function CandidateRows(props: {
  page: CandidatePage
  filter: CandidateFilter
  current: CandidateView
  language: Language
  words: ReviewWords
  onOpen: (candidate: CandidateView) => void
  onPutBack: (candidate: CandidateView) => void
}) {
  const { page, language, words } = props
  const { state } = props.filter
  const { candidates } = page
  const list = useRef<HTMLOListElement>(null)
  useLayoutEffect(() => keepInSight(list.current), [props.current.id])
  const hasMore = props.filter.language === undefined && page.counts[state] > candidates.length
  return (
    <section class="panel review-rows" aria-labelledby="rows-title">
      <h2 id="rows-title">{words.rows[state]}</h2>
      <ol ref={list}>
        {candidates.map((candidate) => {
          const meant = candidate.decided?.meant ?? (candidate.state === 'pending' ? candidate.proposal : undefined)
          return (
            <li key={candidate.id}>
              <button
                type="button"
                class="row"
                {...(candidate.id === props.current.id && { 'aria-current': 'true' as const })}
                onClick={() => props.onOpen(candidate)}
              >
                <span class="row-text" lang={LOCALES[candidate.language]}>
                  {candidate.text}
                </span>
                {meant && <span class="note">{meaningTitle(meant, page.needs, language, words)}</span>}
              </button>
              {candidate.state !== 'pending' && (
                <button
                  type="button"
                  class="button button-small"
                  aria-label={words.putBackNamed(candidate.text)}
                  onClick={() => props.onPutBack(candidate)}
                >
                  {words.undo}
                </button>
              )}
            </li>
          )
        })}
      </ol>
      {hasMore && <p class="note">{words.moreFollow(count(page.counts[state] - candidates.length, language))}</p>}
    </section>
  )
}

/** Scrolls the list, and never the page, to the marked row. */
function keepInSight(list: HTMLOListElement | null): void {
  const marked = list?.querySelector<HTMLElement>('[aria-current]')
  if (!list || !marked) return
  const { offsetTop, offsetHeight } = marked
  const lowest = offsetTop + offsetHeight - list.clientHeight
  list.scrollTop = Math.min(offsetTop, Math.max(list.scrollTop, lowest))
}
