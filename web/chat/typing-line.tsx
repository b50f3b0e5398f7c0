import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import type { ChatWords } from './words/en.ts'

/** Who is writing, for the eye: it comes and goes, so it is not announced. */
export function TypingLine(props: { name?: string; language: Language; words: ChatWords }) {
  const { name, words, language } = props
  return (
    <p class="typing" lang={LOCALES[language]} aria-live="off">
      <span class={name === undefined ? 'visually-hidden' : 'note'}>{words.typing(name ?? '')}</span>
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
    </p>
  )
}

/** Who is writing, for the ear: said once until the next message, however often they pause. */
export function TypingNews(props: { name: string | undefined; words: ChatWords }) {
  const [said, setSaid] = useState<string>()
  const { name } = props
  useEffect(() => {
    if (name !== undefined) setSaid(name)
  }, [name])
  return (
    <p role="status" class="visually-hidden">
      {said !== undefined && props.words.typing(said)}
    </p>
  )
}
