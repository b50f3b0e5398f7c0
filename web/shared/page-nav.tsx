import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import { sharedWords } from './problem-words.ts'
import { useMedia } from './use-media.ts'

/** In the order of the bar; each is served at its name. Agents have the desk only. */
export const PAGES = [
  'desk',
  'dashboard',
  'satisfaction',
  'service',
  'gap',
  'trust',
  'check',
  'review',
  'learning',
  'what-if',
] as const
type PageName = (typeof PAGES)[number]

/** The way to the other pages: side by side, or on a phone folded behind the name of this one. */
export function PageNav(props: { pages: readonly PageName[]; current: string; language: Language }) {
  const { pages, current, language } = props
  const words = sharedWords[language].nav
  const isPhone = useMedia('(max-width: 560px)')
  const links = pages.map((page) => (
    <a key={page} href={`/${page}`} {...(current === page && { 'aria-current': 'page' })}>
      {words[page]}
    </a>
  ))
  const here = pages.find((page) => page === current)
  return (
    <nav aria-label={words.label}>
      {isPhone && pages.length > 1 ? (
        <Folded name={words.label} here={here === undefined ? undefined : words[here]}>
          {links}
        </Folded>
      ) : (
        links
      )}
    </nav>
  )
}

/** Opens by its name; closes by it, by Escape, and when the focus or a tap goes elsewhere. */
function Folded(props: { name: string; here: string | undefined; children: ComponentChildren }) {
  const { name, here } = props
  const place = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const details = place.current
      if (details && !details.contains(event.target as Node)) details.open = false
    }
    for (const kind of ['focusin', 'pointerdown'] as const) document.addEventListener(kind, close)
    return () => {
      for (const kind of ['focusin', 'pointerdown'] as const) document.removeEventListener(kind, close)
    }
  }, [])
  const closeByKey = (event: KeyboardEvent) => {
    const details = place.current
    if (event.key !== 'Escape' || !details?.open) return
    details.open = false
    details.querySelector('summary')?.focus()
    event.stopPropagation()
  }
  return (
    <details class="page-menu" ref={place} onKeyDown={closeByKey}>
      <summary>
        {here !== undefined && <span class="visually-hidden">{name}: </span>}
        {here ?? name}
      </summary>
      <div class="page-menu-links">{props.children}</div>
    </details>
  )
}
