import type { Language, LocalizedText } from '../../domain/index.ts'
import type { ImportedPack, NotCarried } from './formats/imported-pack.ts'
import { inAll } from './in-all.ts'
import { titleFromLabel } from './label-name.ts'
import { speak } from './spoken-texts.ts'

/** The details of each need as its file has them; what they are asked by is drafted where the source does not say. */
export function draftDetails(
  { details }: ImportedPack,
  labels: ReadonlySet<string>,
  languages: Language[],
  forced: Language | 'auto',
) {
  const byLabel = new Map<string, { name: string }[]>()
  const notCarried: NotCarried[] = []
  for (const { label, name, type, required, choices, prompts, where } of details) {
    if (!labels.has(label)) continue
    const before = byLabel.get(label) ?? []
    const prompt: LocalizedText = {}
    const { spoken, unspoken } = speak(
      prompts.map((one) => ({ ...one, label: name, where })),
      forced,
    )
    for (const { text, language } of spoken) prompt[language] ??= text
    notCarried.push(...unspoken)
    const detail = {
      name: unusedDetailName(name, before),
      type,
      required,
      prompt: inAll(languages, (language) => prompt[language] ?? DRAFT_PROMPTS[language](titleFromLabel(name))),
      ...(choices && { choices: choices.map((choice) => inAll(languages, () => choice)) }),
    }
    byLabel.set(label, [...before, detail])
  }
  return { byLabel, notCarried }
}

function unusedDetailName(name: string, taken: { name: string }[]): string {
  let unused = name
  for (let number = 2; taken.some((one) => one.name === unused); number++) unused = `${name}${number}`
  return unused
}

const DRAFT_PROMPTS: Record<Language, (title: string) => string> = {
  en: (title) => `Please tell me: ${title}`,
  zh: (title) => `请告诉我：${title}`,
}
