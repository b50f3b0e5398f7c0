import { useState } from 'preact/hooks'
import type { DeskConversation, Language } from '../../bot/http/api.ts'
import { GapParts } from './gap-parts.tsx'
import { GapReasons } from './gap-reasons.tsx'
import { Tried } from './tried.tsx'
import type { DeskWords } from './words/en.ts'

/** Why the conversation is here: the gap with its parts and reasons, and what was tried. Folded where space is short. */
export function Why(props: { conversation: DeskConversation; language: Language; words: DeskWords }) {
  const { conversation, language, words } = props
  const { escalation, gapParts, tried } = conversation
  const [isOpen] = useState(() => window.matchMedia('(min-width: 861px) and (min-height: 700px)').matches)
  if (!escalation || tried.length === 0) return null
  return (
    <details class="why" open={isOpen}>
      <summary>{words.why}</summary>
      <section
        class="why-body"
        aria-label={words.why}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <div>
          {gapParts && <GapParts parts={gapParts} language={language} words={words} />}
          <GapReasons heading={<h3>{words.gapReasons}</h3>} reasons={escalation.gapReasons} language={language} />
        </div>
        <div>
          <Tried steps={tried} language={language} words={words} />
        </div>
      </section>
    </details>
  )
}
