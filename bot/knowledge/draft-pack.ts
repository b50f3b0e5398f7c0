import type { Language, LocalizedText } from '../../domain/index.ts'
import { LANGUAGES, localize } from '../../domain/index.ts'
import { draftAnswer } from './draft-answer.ts'
import { draftDetails } from './draft-details.ts'
import { exampleKey } from './example-key.ts'
import { foldExamples } from './fold-examples.ts'
import type { ImportedPack, NotCarried } from './formats/imported-pack.ts'
import { inAll } from './in-all.ts'
import { nameFromLabel, titleFromLabel, unusedName } from './label-name.ts'
import { IMPORTED_GROUP } from './pack-schema.ts'
import { speak } from './spoken-texts.ts'
import { writtenAnswers } from './written-answers.ts'

export interface DraftOptions {
  /** What the pack is called, as a person writes it. */
  name: string
  /** `auto`: as the source marks it; where it does not, Chinese when there is a Chinese character, otherwise English. */
  language: Language | 'auto'
  /** Examples with this label are messages that are none of the needs, beside those that the source marks so. */
  outOfScopeLabel: string
}

/** What each file of a pack holds, by path, and what happened to the source on the way. */
export interface DraftPack {
  files: Record<string, unknown>
  needs: number
  examples: Record<Language, number>
  details: number
  /** Needs whose answer came with the source; all others have a draft. */
  answers: number
  outOfScope: number
  /** Examples left out because the same text stands further up with the same label. */
  duplicates: number
  /** Examples left out because the same text stands further up with another label. */
  conflicts: number
  /** Every example left out and every label renamed or lost, in words. */
  notes: string[]
  notCarried: NotCarried[]
}

type Examples = Partial<Record<Language, string[]>>

/**
 * Turns what was read from elsewhere into a pack: every label a need, in the order of the examples.
 * What has no answer gets a draft of one. Pure: nothing is written.
 */
export function draftPack(imported: ImportedPack, options: DraftOptions): DraftPack {
  const notCarried = [...imported.notCarried]
  const isOutOfScope = (example: { label: string; outOfScope?: true }) =>
    example.outOfScope === true || example.label === options.outOfScopeLabel
  const { spoken, unspoken } = speak(imported.examples, options.language)
  notCarried.push(...unspoken)
  const { kept, notes, duplicates, conflicts } = foldExamples(spoken, isOutOfScope)

  const labels = new Map<string, Examples>()
  const outOfScope: Examples = {}
  const counts = countLanguages()
  for (const example of kept) {
    const { text, label, language } = example
    const none = isOutOfScope(example)
    const examples = none ? outOfScope : (labels.get(label) ?? {})
    if (!none) labels.set(label, examples)
    const texts = examples[language] ?? []
    examples[language] = texts
    texts.push(text)
    if (!none) counts[language]++
  }
  const used = new Set(spoken.filter((example) => !isOutOfScope(example)).map(({ label }) => label))
  for (const label of used)
    if (!labels.has(label)) notes.push(`the label "${label}" has no text of its own left, so it is not in the pack`)
  for (const [label, where] of imported.declared)
    if (!used.has(label) && label !== options.outOfScopeLabel)
      notCarried.push({ what: `the intent "${label}"`, where, why: 'it has no example, so it could not be understood' })

  const answers = writtenAnswers(imported.answers, new Set(labels.keys()), options.language)
  notCarried.push(...answers.notCarried)
  const languages = LANGUAGES.filter((language) =>
    [...labels.values(), ...answers.texts.values()].some((texts) => texts[language]),
  )
  languages.sort((a, b) => counts[b] - counts[a])
  const details = draftDetails(imported, new Set(labels.keys()), languages, options.language)
  notCarried.push(...details.notCarried)

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
  for (const need of needs) {
    const { label, name, title } = need
    const found = details.byLabel.get(label)
    files[`needs/${name}.yaml`] = {
      ...(label !== name && { label }),
      title: inAll(languages, () => title),
      group: IMPORTED_GROUP,
      examples: labels.get(label) ?? {},
      ...(found && { details: found }),
      answer: answerOf(title, languages, answers.texts.get(label), answers.urls.get(label)),
    }
  }
  const outOfScopeCount = Object.values(outOfScope).reduce((sum, list) => sum + list.length, 0)
  if (outOfScopeCount > 0) files['out-of-scope.yaml'] = { examples: outOfScope }

  return {
    files,
    needs: needs.length,
    examples: counts,
    details: [...details.byLabel.values()].reduce((sum, list) => sum + list.length, 0),
    answers: answers.texts.size,
    outOfScope: outOfScopeCount,
    duplicates,
    conflicts,
    notes,
    notCarried,
  }
}

function countLanguages(): Record<Language, number> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, 0])) as Record<Language, number>
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

function answerOf(title: string, languages: Language[], written: LocalizedText | undefined, url?: string) {
  if (written === undefined)
    return draftAnswer(
      inAll(languages, () => title),
      languages,
    )
  return {
    // A customer is better served by an answer in the other language than by none.
    text: inAll(languages, (language) => localize(written, language)),
    ...(url !== undefined && { source: { title: inAll(languages, () => new URL(url).hostname), url } }),
  }
}
