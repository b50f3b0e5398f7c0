import type { ComponentChildren } from 'preact'
import { Contents } from './contents.tsx'
import { contentsOf, type HelpDocument, type HelpPart } from './help-document.ts'
import { markdown } from './markdown.tsx'
import { useAnchor, useGoTo } from './use-anchor.ts'
import type { HelpWords } from './words/en.ts'

/** The help text with its contents; the section that the address names is shown and marked. */
export function HelpArticle(props: {
  help: HelpDocument
  title: string
  /** BCP 47, of the text. */
  locale: string
  words: HelpWords
  /** Said above the text. */
  children?: ComponentChildren
}) {
  const { help, title, locale, words } = props
  const anchor = useAnchor()
  useGoTo(anchor)
  const isGone = anchor !== '' && anchor !== 'help-text' && !help.parts.some(({ id }) => id === anchor)
  return (
    <div class="help">
      {help.parts.length > 1 && (
        <div class="help-side" lang={locale}>
          <Contents contents={contentsOf(help.parts)} anchor={anchor} words={words} />
        </div>
      )}
      <main id="help-text" tabIndex={-1}>
        <div role="status">{isGone && <p class="gone">{words.gone}</p>}</div>
        {props.children}
        <div lang={locale}>
          <h1>{title}</h1>
          <div class="intro">{markdown(help.intro)}</div>
          {help.parts.map((part) => (
            <Part key={part.id} part={part} isMeant={part.id === anchor} />
          ))}
        </div>
      </main>
    </div>
  )
}

function Part(props: { part: HelpPart; isMeant: boolean }) {
  const { id, depth, heading, blocks } = props.part
  const Heading = `h${depth}` as 'h2'
  return (
    <div class="part" data-depth={depth} data-meant={props.isMeant}>
      <Heading id={id} tabIndex={-1}>
        {markdown(heading)}
      </Heading>
      {markdown(blocks)}
    </div>
  )
}
