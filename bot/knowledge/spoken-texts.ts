import type { Language } from '../../domain/index.ts'
import type { NotCarried } from './formats/imported-pack.ts'
import { languageOfTag } from './formats/language-tag.ts'

interface Tagged {
  text: string
  label: string
  tag?: string
  where: string
}

/**
 * Gives every text its language: the one the caller insists on, the one the source marks, or the one of its script.
 * Texts in a language that Candor does not speak come back as one entry per label and language.
 */
export function speak<T extends Tagged>(texts: readonly T[], forced: Language | 'auto') {
  const spoken: (T & { language: Language })[] = []
  const unspoken = new Map<string, T[]>()
  for (const text of texts) {
    const marked = forced === 'auto' ? (languageOfTag(text.tag) ?? languageByScript(text.text)) : forced
    if (marked !== 'unspoken') spoken.push({ ...text, language: marked })
    else {
      const key = JSON.stringify([text.label, text.tag])
      const alike = unspoken.get(key) ?? []
      unspoken.set(key, alike)
      alike.push(text)
    }
  }
  return { spoken, unspoken: [...unspoken.values()].map(inWords) }
}

function inWords(texts: readonly Tagged[]): NotCarried {
  const [first] = texts
  const what = `${texts.length} text(s) of "${first?.label}" in "${first?.tag}", such as "${first?.text}"`
  return { what, where: first?.where ?? '', why: 'Candor does not speak this language' }
}

function languageByScript(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
}
