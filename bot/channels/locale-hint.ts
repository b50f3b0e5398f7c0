import { LANGUAGES, type Language } from '../../domain/index.ts'

/** The language of a BCP 47 tag (`zh-CN`, `en_US`), or undefined when Candor does not speak it. */
export function localeHint(locale: string | undefined): Language | undefined {
  const primary = locale?.toLowerCase().split(/[-_]/)[0]
  return LANGUAGES.find((language) => language === primary)
}
