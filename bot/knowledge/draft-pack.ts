import type { Language } from '../../domain/index.ts'
import { LANGUAGES } from '../../domain/index.ts'
import { exampleKey } from './example-key.ts'
import { nameFromLabel, titleFromLabel, unusedName } from './label-name.ts'
import type { LabelledRow } from './labelled-csv.ts'

export interface DraftOptions {
  /** What the pack is called, as a person writes it. */
  name: string
  /** `auto`: Chinese when there is a Chinese character, otherwise English. */
  language: Language | 'auto'
  /** Rows with this label are messages that are none of the needs. */
  outOfScopeLabel: string
}

/** What each file of a pack holds, by path, and what happened to the rows on the way. */
export interface DraftPack {
  files: Record<string, unknown>
  needs: number
  examples: Record<Language, number>
  outOfScope: number
  /** Rows left out because the same text stands further up with the same label. */
  duplicates: number
  /** Rows left out because the same text stands further up with another label. */
  conflicts: number
  /** Every row left out and every label renamed or lost, in words. */
  notes: string[]
}

type Examples = Partial<Record<Language, string[]>>

/**
 * Turns labelled messages into a pack whose answers are drafts: every label a need, in the order of the rows.
 * Pure: nothing is written.
 */
export function draftPack(rows: readonly LabelledRow[], options: DraftOptions): DraftPack {
  const { kept, notes, duplicates, conflicts } = fold(rows)
  const labels = new Map<string, Examples>()
  const counts = Object.fromEntries(LANGUAGES.map((language) => [language, 0])) as Record<Language, number>
  for (const { text, label } of kept) {
    const language = options.language === 'auto' ? languageByScript(text) : options.language
    const examples = labels.get(label) ?? {}
    labels.set(label, examples)
    examples[language] = [...(examples[language] ?? []), text]
    if (label !== options.outOfScopeLabel) counts[language]++
  }
  for (const label of new Set(rows.map((row) => row.label)))
    if (!labels.has(label)) notes.push(`the label "${label}" has no text of its own left, so it is not in the pack`)

  const outOfScope = labels.get(options.outOfScopeLabel)
  labels.delete(options.outOfScopeLabel)
  const languages = LANGUAGES.filter((language) => [...labels.values()].some((examples) => examples[language]))
  languages.sort((a, b) => counts[b] - counts[a])

  const needs = nameNeeds([...labels.keys()], notes)
  const files: Record<string, unknown> = {
    'pack.yaml': {
      name: nameFromLabel(options.name),
      title: inAll(languages, () => options.name),
      languages,
      defaultLanguage: languages[0],
      timeZone: 'UTC',
      products: [],
    },
  }
  for (const { label, name, title } of needs)
    files[`needs/${name}.yaml`] = draftNeed({ label, name, title, examples: labels.get(label) ?? {} }, languages)
  if (outOfScope) files['out-of-scope.yaml'] = { examples: outOfScope }

  const outOfScopeCount = Object.values(outOfScope ?? {}).reduce((sum, list) => sum + list.length, 0)
  return { files, needs: needs.length, examples: counts, outOfScope: outOfScopeCount, duplicates, conflicts, notes }
}

function fold(rows: readonly LabelledRow[]) {
  const first = new Map<string, LabelledRow>()
  const kept: LabelledRow[] = []
  const notes: string[] = []
  let duplicates = 0
  let conflicts = 0
  for (const row of rows) {
    const before = first.get(exampleKey(row.text))
    if (before === undefined) {
      first.set(exampleKey(row.text), row)
      kept.push(row)
    } else if (before.label === row.label) {
      duplicates++
      notes.push(`row ${row.row}: "${row.text}" is the same as row ${before.row}; kept once`)
    } else {
      conflicts++
      notes.push(
        `row ${row.row}: "${row.text}" is "${row.label}" here and "${before.label}" in row ${before.row}; kept only as "${before.label}"`,
      )
    }
  }
  return { kept, notes, duplicates, conflicts }
}

function nameNeeds(labels: string[], notes: string[]): { label: string; name: string; title: string }[] {
  const names = new Set<string>()
  const titles = new Set<string>()
  return labels.map((label) => {
    const name = unusedName(nameFromLabel(label), names)
    if (names.has(nameFromLabel(label)))
      notes.push(`the label "${label}" is need "${name}", because "${nameFromLabel(label)}" is taken by another label`)
    names.add(name)
    let title = titleFromLabel(label)
    for (let number = 2; titles.has(exampleKey(title)); number++) title = `${titleFromLabel(label)} (${number})`
    titles.add(exampleKey(title))
    return { label, name, title }
  })
}

interface NamedNeed {
  label: string
  name: string
  title: string
  examples: Examples
}

function draftNeed({ label, name, title, examples }: NamedNeed, languages: Language[]): unknown {
  return {
    ...(label !== name && { label }),
    title: inAll(languages, () => title),
    group: 'imported',
    examples,
    answer: {
      draft: true,
      text: inAll(languages, (language) => DRAFT_ANSWERS[language](title)),
    },
  }
}

/** A customer may see it before a person has written the answer: it must be true and of use. */
const DRAFT_ANSWERS: Record<Language, (title: string) => string> = {
  en: (title) =>
    withoutBraces(
      `About “${title}”: I have no written answer to this yet. A colleague can help you, just ask for a person.`,
    ),
  zh: (title) => withoutBraces(`关于“${title}”：我这里还没有现成的答复。同事可以帮您，说“转人工”就行。`),
}

/** Braces in a label would read as the place of a detail. */
function withoutBraces(text: string): string {
  return text.replace(/[{}]/g, ' ')
}

function inAll(languages: Language[], write: (language: Language) => string): Partial<Record<Language, string>> {
  return Object.fromEntries(languages.map((language) => [language, write(language)]))
}

function languageByScript(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
}
