import type { Language } from '../../bot/http/api.ts'
import { LanguageSwitch } from './language-switch.tsx'

/** The top of a page that anybody may read: a way past it, whose page it is, the way back to the shop, and the language. */
export function PublicHead(props: {
  company: string | undefined
  language: Language
  onLanguage: (language: Language) => void
  words: { skip: string; back: string }
  /** Id of the page's main part. */
  mainId: string
}) {
  const { words } = props
  return (
    <>
      <a class="skip" href={`#${props.mainId}`}>
        {words.skip}
      </a>
      <header class="public-head">
        <span class="shop-name">{props.company}</span>
        <a class="back" href="/">
          <span aria-hidden="true">←</span> {words.back}
        </a>
        <LanguageSwitch language={props.language} onChoose={props.onLanguage} />
      </header>
    </>
  )
}
