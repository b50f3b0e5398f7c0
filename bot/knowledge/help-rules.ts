import { lexer } from 'marked'
import type { Language, LocalizedText } from '../../domain/index.ts'
import { LANGUAGES } from '../../domain/index.ts'
import { didYouMean } from './closest-word.ts'
import type { PackFiles } from './pack-rules.ts'
import type { Finding } from './yaml-file.ts'

/** Whether every source that leads to the help page leads to a section that is there, in every language. */
export function checkHelp(help: LocalizedText, files: PackFiles): Finding[] {
  const warnings: Finding[] = []
  const sections = new Map<Language, string[]>()
  for (const language of LANGUAGES) {
    const file = `help/${language}.md`
    const text = help[language]
    const spoken = files.pack.value.languages.includes(language)
    const warn = (line: number, what: string) => warnings.push({ file, line, text: what })
    if (spoken && text === undefined)
      warn(1, `is not there. Write it, or customers who read "${language}" see the help in another language`)
    if (!spoken && text !== undefined) warn(1, `is written in "${language}", which pack.yaml's languages do not name`)
    if (text === undefined) continue

    const names = new Set<string>()
    for (const { name, line } of sectionsOf(text)) {
      if (names.has(name)) warn(line, `the section {#${name}} is there twice. Rename one`)
      names.add(name)
    }
    sections.set(language, [...names])
  }

  for (const { yaml, value } of files.needs) {
    const wanted = helpSectionOf(value.answer.source?.url)
    if (wanted === undefined) continue
    for (const [language, names] of sections) {
      if (names.includes(wanted)) continue
      const mend = didYouMean(wanted, names) || ' Add it there, or mend the link'
      const text = `the section {#${wanted}} is not in help/${language}.md.${mend}`
      warnings.push({ file: yaml.file, line: yaml.lineOf(['answer', 'source', 'url']), text })
    }
  }
  return warnings
}

/** The names that the headings of a Markdown text give to their sections, and where they stand (line from 1). */
function sectionsOf(markdown: string): { name: string; line: number }[] {
  const sections: { name: string; line: number }[] = []
  let line = 1
  for (const token of lexer(markdown)) {
    const name = token.type === 'heading' ? /\{#([^\s{}]+)\}\s*$/.exec(token.text)?.[1] : undefined
    if (name !== undefined) sections.push({ name, line })
    line += token.raw.split('\n').length - 1
  }
  return sections
}

/** `delivery` of `/help#delivery`; undefined when the address leads elsewhere or to the page as a whole. */
function helpSectionOf(url: string | undefined): string | undefined {
  const [, encoded] = /^\/help\/?(?:\?[^#]*)?#(.+)$/.exec(url ?? '') ?? []
  if (encoded === undefined) return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    // A lone "%": browsers, too, then take the name as it is written.
    return encoded
  }
}
