import { LANGUAGES, type Language, type LocalizedText } from '../../domain/index.ts'
import type { ExampleDiff, NeedDiff, PackDiff, TextDiff } from './diff-packs.ts'

/** One line for each thing that differs: `+` is new, `-` is gone, `~` says something else. None where nothing differs. */
export function diffInWords({ added, removed, changed, outOfScope, other }: PackDiff): string[] {
  return [
    ...added.map(
      ({ need, title, examples, draft }) =>
        `+ need ${need} (${titleOf(title)}): ${counts(examples)}${draft ? '; its answer is a draft' : ''}`,
    ),
    ...removed.map(({ need, title, examples }) => `- need ${need} (${titleOf(title)}): ${counts(examples)}`),
    ...changed.flatMap(needInWords),
    ...examplesInWords('out of scope', outOfScope),
    ...other.map((part) => `~ pack: ${part}`),
  ]
}

function needInWords({ need, title, examples, answer, draft, other }: NeedDiff): string[] {
  return [
    ...textsInWords(need, 'title', title),
    ...examplesInWords(need, examples),
    ...textsInWords(need, 'answer', answer),
    ...(draft === undefined ? [] : [`~ ${need}: the answer is ${draft ? 'a draft now' : 'no draft any more'}`]),
    ...other.map((part) => `~ ${need}: ${part}`),
  ]
}

function examplesInWords(where: string, diffs: readonly ExampleDiff[]): string[] {
  return diffs.flatMap(({ language, added, removed }) => [
    ...added.map((text) => `+ ${where}, example (${language}): ${quoted(text)}`),
    ...removed.map((text) => `- ${where}, example (${language}): ${quoted(text)}`),
  ])
}

function textsInWords(need: string, what: string, diffs: readonly TextDiff[]): string[] {
  return diffs.map(
    ({ language, before, after }) => `~ ${need}, ${what} (${language}): ${quoted(before)} -> ${quoted(after)}`,
  )
}

function quoted(text: string | undefined): string {
  return text === undefined ? 'nothing' : JSON.stringify(text)
}

function titleOf(title: LocalizedText): string {
  return [...new Set(Object.values(title))].join(', ')
}

function counts(examples: Readonly<Record<Language, number>>): string {
  const spoken = LANGUAGES.filter((language) => examples[language] > 0)
  return `${spoken.map((language) => `${examples[language]} ${language}`).join(' + ') || 'no'} examples`
}
