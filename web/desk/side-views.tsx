import type { ComponentChildren } from 'preact'
import type { DeskPromise, Language } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import { type FocusWish, useWishedFocus } from './focus-wish.ts'
import type { DeskWords } from './words/en.ts'

export type SideView = 'queue' | 'promises' | 'bot'

/** Chooses what the list shows: who needs a person, what was promised, whom the bot serves. */
export function SideViews(props: {
  view: SideView
  waiting: number
  promises: readonly DeskPromise[]
  language: Language
  words: DeskWords
  wish: FocusWish | undefined
  onView: (view: SideView) => void
}) {
  const { words, language, promises } = props
  const pressed = useWishedFocus<HTMLButtonElement>(props.wish, 'queue')
  const overdue = promises.filter((promise) => promise.overdue).length
  const views: [SideView, ComponentChildren][] = [
    ['queue', <span class="count">{count(props.waiting, language)}</span>],
    [
      'promises',
      overdue > 0 ? (
        <span class="tag tag-called">{words.overdue(count(overdue, language))}</span>
      ) : (
        <span class="count">{count(promises.length, language)}</span>
      ),
    ],
    ['bot', null],
  ]
  return (
    <fieldset class="side-views" aria-label={words.viewsLabel}>
      {views.map(([view, mark]) => (
        <button
          key={view}
          ref={props.view === view ? pressed : null}
          type="button"
          class="side-view"
          aria-pressed={props.view === view}
          onClick={() => props.onView(view)}
        >
          {words.views[view]} {mark}
        </button>
      ))}
    </fieldset>
  )
}
