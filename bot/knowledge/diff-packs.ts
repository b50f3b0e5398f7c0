import { type KnowledgePack, LANGUAGES, type Language, type LocalizedText, type Need } from '../../domain/index.ts'
import { canonicalJson } from './canonical-json.ts'

/** What one pack says otherwise than another. Order and repetition of examples do not count. */
export interface PackDiff {
  /** By name, as in the new pack. */
  added: { need: string; title: LocalizedText; examples: Record<Language, number>; draft: boolean }[]
  removed: { need: string; title: LocalizedText; examples: Record<Language, number> }[]
  changed: NeedDiff[]
  outOfScope: ExampleDiff[]
  /** What else differs in the pack: `title`, `help`, `replies` … */
  other: string[]
}

export interface NeedDiff {
  need: string
  title: TextDiff[]
  examples: ExampleDiff[]
  answer: TextDiff[]
  /** Whether the answer is a draft now; absent where that has not changed. */
  draft?: boolean
  /** What else differs: `role`, `details`, `promise` … */
  other: string[]
}

/** Only languages in which something changed. */
export interface ExampleDiff {
  language: Language
  added: string[]
  removed: string[]
}

/** Only languages in which something changed; absent where there is no text. */
export interface TextDiff {
  language: Language
  before?: string
  after?: string
}

/** What has to be done to `before` to get `after`. */
export function diffPacks(before: KnowledgePack, after: KnowledgePack): PackDiff {
  const known = new Map(before.needs.map((need) => [need.name, need]))
  const left = new Set(after.needs.map(({ name }) => name))
  return {
    added: after.needs
      .filter(({ name }) => !known.has(name))
      .map((need) => ({ ...summary(need), draft: need.answer.draft })),
    removed: before.needs.filter(({ name }) => !left.has(name)).map(summary),
    changed: after.needs.flatMap((need) => {
      const old = known.get(need.name)
      return old ? diffNeeds(old, need) : []
    }),
    outOfScope: diffExamples(before.outOfScope ?? {}, after.outOfScope ?? {}),
    other: differing(
      { ...before, needs: undefined, outOfScope: undefined },
      { ...after, needs: undefined, outOfScope: undefined },
    ),
  }
}

function summary({ name, title, examples }: Need): PackDiff['removed'][number] {
  return { need: name, title, examples: { en: examples.en?.length ?? 0, zh: examples.zh?.length ?? 0 } }
}

function diffNeeds(before: Need, after: Need): NeedDiff[] {
  const { text: oldText, draft: wasDraft, ...oldAnswer } = before.answer
  const { text, draft, ...answer } = after.answer
  const diff: NeedDiff = {
    need: after.name,
    title: diffTexts(before.title, after.title),
    examples: diffExamples(before.examples, after.examples),
    answer: diffTexts(oldText, text),
    ...(draft !== wasDraft && { draft }),
    other: [...differing({ ...before, ...HANDLED }, { ...after, ...HANDLED }), ...differing(oldAnswer, answer)],
  }
  const { need: _, ...found } = diff
  return Object.values(found).some((part) => !Array.isArray(part) || part.length > 0) ? [diff] : []
}

/** Parts of a need that are compared on their own. */
const HANDLED = { title: undefined, examples: undefined, answer: undefined }

function diffExamples(before: Need['examples'], after: Need['examples']): ExampleDiff[] {
  return LANGUAGES.flatMap((language) => {
    const [old, now] = [new Set(before[language]), new Set(after[language])]
    const [added, removed] = [[...now].filter((text) => !old.has(text)), [...old].filter((text) => !now.has(text))]
    return added.length + removed.length > 0 ? [{ language, added, removed }] : []
  })
}

function diffTexts(before: LocalizedText, after: LocalizedText): TextDiff[] {
  return LANGUAGES.flatMap((language) => {
    const [old, now] = [before[language], after[language]]
    if (old === now) return []
    return [{ language, ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) }]
  })
}

function differing(before: object, after: object): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (key) => canonicalJson(old.get(key)) !== canonicalJson(now.get(key)),
  )
}
