import type { KnowledgePack, Language, Need } from '../../../../domain/index.ts'
import { LANGUAGES } from '../../../../domain/index.ts'
import type { NotCarried } from '../imported-pack.ts'

export const EXPORT_FORMATS = ['rasa', 'clu', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportedPack {
  /** Content by file name; one file, or a folder of several. */
  files: Map<string, string>
  /** Needs whose answer the format holds. */
  answers: number
  /** Messages that are none of the needs. */
  outOfScope: number
  notCarried: NotCarried[]
}

export interface Example {
  text: string
  language: Language
}

export function examplesOf(examples: Need['examples'] | undefined): Example[] {
  return LANGUAGES.flatMap((language) => (examples?.[language] ?? []).map((text) => ({ text, language })))
}

export function fileOf({ name }: Need): string {
  return `needs/${name}.yaml`
}

/**
 * What each need is called in the other format: its label, made to fit, and never twice.
 * What had to change is listed.
 */
export function intentNames(
  pack: KnowledgePack,
  { reserved, adapt, why }: { reserved: string[]; adapt: (label: string) => string; why: string },
): { names: Map<Need, string>; notCarried: NotCarried[] } {
  const taken = new Set(reserved)
  const names = new Map<Need, string>()
  const notCarried: NotCarried[] = []
  for (const need of pack.needs) {
    const label = need.label ?? need.name
    let name = adapt(label)
    for (let number = 2; taken.has(name); number++) name = `${adapt(label).slice(0, 44)}_${number}`
    taken.add(name)
    names.set(need, name)
    if (name !== label)
      notCarried.push({ what: `the name "${label}" (written as "${name}")`, where: fileOf(need), why })
  }
  return { names, notCarried }
}

/** What no other format has a place for, need by need. `holdsAnswers`: its answers are carried, apart from drafts. */
export function packOnlyParts(pack: KnowledgePack, holdsAnswers: boolean): NotCarried[] {
  const company = { where: 'pack.yaml', why: 'the format has no place for it' }
  const found: NotCarried[] = [{ what: `the title "${Object.values(pack.title).join(' / ')}"`, ...company }]
  if (pack.products.length > 0) found.push({ what: `the products ${pack.products.join(', ')}`, ...company })
  found.push({ what: `the time zone ${pack.timeZone}`, ...company })
  for (const { title } of pack.replies ?? []) {
    const why = 'the format has no place for what agents insert'
    found.push({ what: `the reply "${Object.values(title).join(' / ')}"`, where: 'replies.yaml', why })
  }
  for (const need of pack.needs) {
    const { title, role, group, details, answer } = need
    const drop = (what: string, why = 'the format has no place for it') =>
      found.push({ what, where: fileOf(need), why })
    drop(`the title "${Object.values(title).join(' / ')}" and the group "${group}"`)
    if (role !== 'task') drop(`the role "${role}"`)
    for (const detail of details)
      drop(
        `the detail "${detail.name}" (${detail.type}) with its prompt`,
        'declare an entity for it there, and label it in the examples',
      )
    if (answer.draft) drop('the answer', 'it is a draft that nobody has written yet')
    else if (!holdsAnswers) drop(`the answer "${Object.values(answer.text).join(' / ')}"`)
    if (answer.source) drop(`the source "${answer.source.url ?? Object.values(answer.source.title).join(' / ')}"`)
    if (answer.promise)
      drop(`the promise "${Object.values(answer.promise.what).join(' / ')}" within ${answer.promise.withinHours} h`)
  }
  return found
}
