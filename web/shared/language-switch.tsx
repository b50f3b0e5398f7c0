import type { Language } from '../../bot/http/api.ts'
import { LOCALES } from './language.ts'

const NAMES: Record<Language, string> = { en: 'English', zh: '中文' }

/** Offers the other language, named in itself so that who needs it can read it. */
export function LanguageSwitch(props: { language: Language; onChoose: (language: Language) => void }) {
  const other: Language = props.language === 'en' ? 'zh' : 'en'
  return (
    <button type="button" class="button button-quiet" lang={LOCALES[other]} onClick={() => props.onChoose(other)}>
      {NAMES[other]}
    </button>
  )
}
