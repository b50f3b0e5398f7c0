import { type Language, type LocalizedText, localize, type PackAnswer } from '../../domain/index.ts'
import { inAll } from './in-all.ts'

/** A customer may see it before a person has written the answer: it must be true and of use. */
const DRAFTS: Record<Language, (title: string) => string> = {
  en: (title) =>
    `About “${title}”: I have no written answer to this yet. A colleague can help you, just ask for a person.`,
  zh: (title) => `关于“${title}”：我这里还没有现成的答复。同事可以帮您，说“转人工”就行。`,
}

/** What stands for an answer until somebody writes it. */
export function draftAnswer(title: LocalizedText, languages: readonly Language[]): PackAnswer {
  const text = inAll(languages, (language) => DRAFTS[language](withoutBraces(localize(title, language))))
  return { draft: true, text }
}

/** Whether nobody has written this, under whatever title it was drafted. */
export function isDrafted(text: string, language: Language): boolean {
  const [before = '', after = ''] = DRAFTS[language]('\n').split('\n')
  return text.startsWith(before) && text.endsWith(after)
}

/** Whether nobody has written the answer in this language; in the other one somebody may have. */
export function isDraftIn({ draft, text }: PackAnswer, language: Language): boolean {
  const drafted = Object.entries(text).filter(([other, written]) => isDrafted(written, other as Language))
  return draft && (drafted.length === 0 || drafted.some(([other]) => other === language))
}

/** Braces in a title would read as the place of a detail. */
function withoutBraces(text: string): string {
  return text.replace(/[{}]/g, ' ')
}
