/** What a line of a .lu or .qna file is, by its first signs. */
export type Line = { number: number; source: string } & LineKind

type LineKind =
  | { kind: 'blank' | 'comment' | 'fence' | 'other' }
  | { kind: 'setting'; key: string; value: string }
  | { kind: 'heading'; text: string }
  | { kind: 'item'; text: string }
  | { kind: 'link'; target: string }

export function linesOf(source: string): Line[] {
  return source.split(/\r?\n/).map((line, index) => ({ number: index + 1, source: line, ...kindOf(line.trim()) }))
}

function kindOf(line: string): LineKind {
  if (line === '') return { kind: 'blank' }
  if (line.startsWith('```')) return { kind: 'fence' }
  const setting = /^>\s*!#\s*@\s*([\w.-]+)\s*[=:]\s*(.*)$/.exec(line)
  if (setting) return { kind: 'setting', key: setting[1] ?? '', value: (setting[2] ?? '').trim() }
  if (line.startsWith('>')) return { kind: 'comment' }
  const heading = /^#+\s*(.*)$/.exec(line)
  if (heading) return { kind: 'heading', text: (heading[1] ?? '').trim() }
  const target = linkTarget(line)
  if (target !== undefined) return { kind: 'link', target }
  const item = /^[-+*]\s+(.*)$|^[-+](\S.*)$/.exec(line)
  return item ? { kind: 'item', text: (item[1] ?? item[2] ?? '').trim() } : { kind: 'other' }
}

/** Of `[name](target)` and nothing else. */
export function linkTarget(text: string): string | undefined {
  return /^\[[^\]]*\]\(([^)]*)\)$/.exec(text)?.[1]?.trim()
}

/** With a country, or one that is a language beyond doubt: `v1.my.lu` is not Burmese. */
const LOCALE =
  /\.([a-z]{2}-[a-z]{2,4}|en|zh|fr|de|es|it|pt|nl|ja|ko|ru|ar|sv|da|fi|nb|pl|tr|cs|he|hi|th|vi)\.(?:lu|qna)$/i

/** Bot Framework Composer puts the language into the name: `Help.en-us.lu`. */
export function tagOfFileName(file: string): string | undefined {
  return LOCALE.exec(file)?.[1]
}
