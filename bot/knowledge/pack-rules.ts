import { IANAZone } from 'luxon'
import type { Language, LocalizedText } from '../../domain/index.ts'
import { LANGUAGES } from '../../domain/index.ts'
import { didYouMean } from './closest-word.ts'
import { exampleKey } from './example-key.ts'
import type { NeedFile, OutOfScopeFile, PackFile, RepliesFile } from './pack-schema.ts'
import { IMPORTED_GROUP } from './pack-schema.ts'
import { checkPromises } from './promise-rules.ts'
import { checkReplies } from './reply-rules.ts'
import { checkLanguages, type Report } from './text-rules.ts'
import type { Finding, Read, YamlFile, YamlPath } from './yaml-file.ts'

/** The files of a pack, each for itself in order. */
export interface PackFiles {
  pack: Read<PackFile>
  needs: (Read<NeedFile> & { name: string })[]
  outOfScope?: Read<OutOfScopeFile>
  replies?: Read<RepliesFile>
}

/** Fewer than this, and the classifier has nothing to generalise from. */
const FEWEST_EXAMPLES = 2
const ENOUGH_EXAMPLES = 8

/** What the schemas cannot see: whether the texts are complete, and whether the files fit each other. */
export function checkRules(files: PackFiles): { problems: Finding[]; warnings: Finding[] } {
  const problems: Finding[] = []
  const warnings: Finding[] = []
  const into = (list: Finding[]) => (yaml: YamlFile, path: YamlPath, text: string) => {
    list.push({ file: yaml.file, line: yaml.lineOf(path), text })
  }
  const report: Report = { problem: into(problems), warn: into(warnings) }

  checkPackFile(files.pack, report)
  for (const need of files.needs) {
    checkTexts(need, files.pack.value.languages, report)
    checkExampleCounts(need, files.pack.value.languages, report)
    checkDetails(need, report)
    checkPlaceholders(need, report)
    checkPromises(need, report)
    if (need.value.answer.draft)
      report.warn(need.yaml, ['answer', 'draft'], 'the answer is a draft. Write it, then remove "draft: true"')
  }
  checkSameNeed(files, report)
  checkSameExample(files, report)
  checkRoles(files, report)
  if (files.replies) {
    const details = files.needs.flatMap(({ value }) => value.details.map(({ name }) => name))
    checkReplies(files.replies, files.pack.value.languages, details, report)
  }
  return { problems, warnings }
}

function checkPackFile({ yaml, value }: Read<PackFile>, { problem, warn }: Report): void {
  if (!IANAZone.isValidZone(value.timeZone))
    problem(
      yaml,
      ['timeZone'],
      `"${value.timeZone}" is not a time zone. Write an IANA name such as "Europe/London" or "Asia/Shanghai"`,
    )
  if (!value.languages.includes(value.defaultLanguage))
    problem(
      yaml,
      ['defaultLanguage'],
      `"${value.defaultLanguage}" is not among the languages. Add it to languages, or choose ${value.languages.join(' or ')}`,
    )
  checkLanguages({ yaml, path: ['title'], text: value.title }, value.languages, { problem, warn })
}

function checkTexts({ yaml, value }: Read<NeedFile>, languages: Language[], report: Report): void {
  const { answer, details, title } = value
  const texts: [YamlPath, LocalizedText | undefined][] = [
    [['title'], title],
    [['answer', 'text'], answer.text],
    [['answer', 'source', 'title'], answer.source?.title],
    [['answer', 'promise', 'what'], answer.promise?.what],
    ...details.flatMap((detail, index): [YamlPath, LocalizedText][] => [
      [['details', index, 'prompt'], detail.prompt],
      ...(detail.choices ?? []).map((choice, no): [YamlPath, LocalizedText] => [
        ['details', index, 'choices', no],
        choice,
      ]),
    ]),
  ]
  for (const [path, text] of texts) if (text) checkLanguages({ yaml, path, text }, languages, report)
}

function checkExampleCounts({ yaml, value }: Read<NeedFile>, languages: Language[], { problem, warn }: Report): void {
  const total = LANGUAGES.reduce((sum, language) => sum + value.examples[language].length, 0)
  // What was imported may hold a label once; the pack should serve before it is complete.
  const imported = value.answer.draft || value.group === IMPORTED_GROUP
  const tooFew = imported && total > 0 ? warn : problem
  if (total < FEWEST_EXAMPLES) {
    tooFew(yaml, ['examples'], `has ${total} example(s). Write at least ${FEWEST_EXAMPLES}, better ${ENOUGH_EXAMPLES}`)
    return
  }
  for (const language of LANGUAGES) {
    const count = value.examples[language].length
    if (languages.includes(language) && count < ENOUGH_EXAMPLES)
      warn(
        yaml,
        ['examples', language],
        `has ${count} example(s) in "${language}". ${ENOUGH_EXAMPLES} or more are understood better`,
      )
    if (!languages.includes(language) && count > 0)
      warn(yaml, ['examples', language], `has examples in "${language}", which pack.yaml's languages do not name`)
  }
}

function checkDetails({ yaml, value }: Read<NeedFile>, { problem }: Report): void {
  const seen = new Set<string>()
  for (const [index, detail] of value.details.entries()) {
    if (seen.has(detail.name))
      problem(yaml, ['details', index, 'name'], `the detail "${detail.name}" is there twice. Rename or remove one`)
    seen.add(detail.name)
    if (detail.type === 'choice' && !detail.choices)
      problem(yaml, ['details', index], `the detail "${detail.name}" is a choice without choices. Add at least two`)
    if (detail.type !== 'choice' && detail.choices)
      problem(
        yaml,
        ['details', index, 'choices'],
        `the detail "${detail.name}" has choices. Set its type to choice, or remove them`,
      )
  }
}

function checkPlaceholders({ yaml, value }: Read<NeedFile>, { problem }: Report): void {
  const known = value.details.map(({ name }) => name)
  for (const language of LANGUAGES) {
    for (const [, name = ''] of (value.answer.text[language] ?? '').matchAll(/\{([^{}]*)\}/g)) {
      const path = ['answer', 'text', language]
      const detail = value.details.find((one) => one.name === name)
      if (!detail)
        problem(
          yaml,
          path,
          `unknown placeholder "{${name}}".${didYouMean(name, known) || ' Declare it under details, or write it out'}`,
        )
      else if (!detail.required)
        problem(
          yaml,
          path,
          `the placeholder "{${name}}" may stay empty, because the detail is not required. Make it required, or write the answer without it`,
        )
    }
  }
}

/** A customer who chooses from a list must be able to tell its lines apart, and a label must lead to one need. */
function checkSameNeed({ needs }: PackFiles, { problem }: Report): void {
  const first = new Map<string, YamlFile>()
  for (const { yaml, name, value } of needs) {
    const claims = [
      ...LANGUAGES.flatMap((language) => {
        const title = value.title[language]
        const claim = { path: ['title', language], what: `title in ${language}`, text: title ?? '' }
        return title === undefined ? [] : [{ ...claim, key: exampleKey(title) }]
      }),
      // Labels are data of somebody else's making: they are the same only if they are equal.
      { path: ['label'], what: 'label', text: value.label ?? name, key: value.label ?? name },
    ]
    for (const { path, what, text, key } of claims) {
      const other = first.get(`${what} ${key}`)
      if (other)
        problem(yaml, path, `the ${what} "${text}" is also that of ${other.file}. Write another, or join the two needs`)
      else first.set(`${what} ${key}`, yaml)
    }
  }
}

function checkSameExample({ needs, outOfScope }: PackFiles, { problem, warn }: Report): void {
  const places = [...needs, ...(outOfScope ? [outOfScope] : [])]
  const firstPlace = new Map<string, YamlFile>()
  for (const { yaml, value } of places) {
    for (const language of LANGUAGES) {
      for (const [index, example] of value.examples[language].entries()) {
        const path = ['examples', language, index]
        const first = firstPlace.get(exampleKey(example))
        if (first === undefined) firstPlace.set(exampleKey(example), yaml)
        else if (first === yaml) warn(yaml, path, `the example "${example}" is there twice. Remove one`)
        else
          problem(
            yaml,
            path,
            `the example "${example}" is also in ${first.file}. One text cannot mean two needs: keep it in one`,
          )
      }
    }
  }
}

function checkRoles({ pack, needs }: PackFiles, { warn }: Report): void {
  const persons = needs.filter(({ value }) => value.role === 'person')
  if (persons.length === 0)
    warn(pack.yaml, [], 'no need has the role "person". Add one, so that customers who ask for a person are understood')
  for (const { yaml } of persons.slice(1))
    warn(yaml, ['role'], `the role "person" is also in ${persons[0]?.yaml.file}. One need is enough`)
}
