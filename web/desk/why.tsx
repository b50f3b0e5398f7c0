import type { DeskConversation, Language } from '../../bot/http/api.ts'
import { GapParts } from './gap-parts.tsx'
import { GapReasons } from './gap-reasons.tsx'
import { Tried } from './tried.tsx'
import type { DeskWords } from './words/en.ts'

/** Why the conversation is here: the gap with its parts and reasons, and what was tried. */
export function Why(props: { conversation: DeskConversation; language: Language; words: DeskWords }) {
  const { conversation, language, words } = props
  const { escalation, gapParts, tried } = conversation
  if (!escalation) return null
  return (
    <section class="why" aria-label={words.why}>
      {gapParts && <GapParts parts={gapParts} language={language} words={words} />}
      <GapReasons heading={<h3>{words.gapReasons}</h3>} reasons={escalation.gapReasons} language={language} />
      {tried.length > 0 && <Tried steps={tried} language={language} words={words} />}
    </section>
  )
}
