import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import { readStored, writeStored } from './stored.ts'

const STORED_AS = 'candor.language'

/** BCP 47 tags for `lang` attributes, `Intl` and activities' `locale`. */
export const LOCALES: Record<Language, string> = { en: 'en', zh: 'zh-CN' }

/** One dictionary per language, of the same shape: a key that one lacks does not compile. */
export type Dictionaries<Words> = Record<Language, Words>

/** The first of the wanted tags (most wanted first) that we speak; English when there is none. */
export function pickLanguage(wanted: readonly (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    const primary = tag?.toLowerCase().split(/[-_]/)[0]
    if (primary === 'zh' || primary === 'en') return primary
  }
  return 'en'
}

/** The page's language: what was chosen here before, then what the embedding page asks for, then the browser's. */
export function useLanguage(): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(() =>
    pickLanguage([
      readStored(STORED_AS),
      new URLSearchParams(window.location.search).get('lang'),
      ...window.navigator.languages,
    ]),
  )
  useLayoutEffect(() => {
    document.documentElement.lang = LOCALES[language]
  }, [language])
  useEffect(() => {
    // Chosen in another window of this site: the shop around the chat, say.
    const follow = (event: StorageEvent) => {
      if (event.key === STORED_AS && event.newValue !== null) setLanguage(pickLanguage([event.newValue]))
    }
    window.addEventListener('storage', follow)
    return () => window.removeEventListener('storage', follow)
  }, [])
  const choose = useCallback((chosen: Language) => {
    writeStored(STORED_AS, chosen)
    setLanguage(chosen)
  }, [])
  return [language, choose]
}
