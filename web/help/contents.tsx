import { useEffect, useRef } from 'preact/hooks'
import { useMedia } from '../shared/use-media.ts'
import type { HelpContents, HelpPart } from './help-document.ts'
import type { HelpWords } from './words/en.ts'

/** The table of contents: beside the text where there is room, else folded above it. */
export function Contents(props: { contents: readonly HelpContents[]; anchor: string; words: HelpWords }) {
  const { contents, anchor, words } = props
  const wide = useMedia('(min-width: 900px)')
  const nav = useRef<HTMLElement>(null)
  const fold = useRef<HTMLDetailsElement>(null)
  // A long list beside the text scrolls for itself; a reader who comes by a link should see the place in it.
  useEffect(() => {
    if (wide && anchor !== '') nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [wide, anchor])
  const close = () => {
    if (fold.current) fold.current.open = false
  }
  const link = (part: HelpPart) => (
    <a href={`#${encodeURIComponent(part.id)}`} onClick={close} {...(part.id === anchor && { 'aria-current': 'true' })}>
      {part.title}
    </a>
  )
  const list = (
    <ul>
      {contents.map(({ part, under }) => (
        <li key={part.id} class="contents-group">
          {link(part)}
          {under.length > 0 && (
            <ul>
              {under.map((each) => (
                <li key={each.id}>{link(each)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
  return (
    <nav ref={nav} class="contents" aria-label={words.contents}>
      {wide ? (
        list
      ) : (
        <details ref={fold}>
          <summary>{words.contents}</summary>
          {list}
        </details>
      )}
    </nav>
  )
}
