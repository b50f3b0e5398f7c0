import { exampleKey } from './example-key.ts'
import type { ImportedExample } from './formats/imported-pack.ts'

/** One text teaches one need: keeps the first of each, and says in words what became of the others. */
export function foldExamples<T extends ImportedExample>(examples: readonly T[], isOutOfScope: (example: T) => boolean) {
  const first = new Map<string, T>()
  const kept: T[] = []
  const notes: string[] = []
  let duplicates = 0
  let conflicts = 0
  for (const example of examples) {
    const { text, label, where } = example
    const before = first.get(exampleKey(text))
    if (before === undefined) {
      first.set(exampleKey(text), example)
      kept.push(example)
    } else if (before.label === label || (isOutOfScope(before) && isOutOfScope(example))) {
      duplicates++
      notes.push(`${where}: "${text}" is the same as ${before.where}; kept once`)
    } else {
      conflicts++
      notes.push(
        `${where}: "${text}" is "${label}" here and "${before.label}" in ${before.where}; kept only as "${before.label}"`,
      )
    }
  }
  return { kept, notes, duplicates, conflicts }
}
