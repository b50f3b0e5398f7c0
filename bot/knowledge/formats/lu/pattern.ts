import type { ImportedPackBuilder } from '../imported-pack-builder.ts'

/** A pattern says many sentences at once; this many teach its shape. */
const MOST_SENTENCES = 24
const LONGEST_PATTERN = 500
const DEEPEST = 8

interface Pattern {
  pattern: string
  label: string
  tag: string | undefined
  where: string
}

/**
 * Adds the sentences of a LUIS pattern as examples: `[optional]`, `(one | other)`, `^` for the ends of the sentence.
 * A place for an entity (`{city}`) cannot be an example; the pattern is then listed as not carried.
 * Syntax: https://learn.microsoft.com/azure/ai-services/luis/concepts/patterns-features
 */
export function addPattern(builder: ImportedPackBuilder, { pattern, label, tag, where }: Pattern): void {
  const drop = (why: string) => builder.drop(`the pattern "${pattern}" of "${label}"`, where, why)
  if (/\{[^}]*\}/.test(pattern)) {
    drop('it holds a place for an entity. Write it out as examples')
    return
  }
  const sentences = pattern.length > LONGEST_PATTERN ? undefined : expandPattern(pattern)
  if (sentences === undefined) {
    drop('its brackets do not match, or it is too long to write out')
    return
  }
  const outOfScope = /^none$/i.test(label) && { outOfScope: true as const }
  for (const text of sentences.slice(0, MOST_SENTENCES)) builder.addExample({ text, label, tag, where, ...outOfScope })
  if (sentences.length > MOST_SENTENCES)
    drop(`it says more than ${MOST_SENTENCES} sentences; the first became examples`)
}

/** Every sentence that the pattern says, at most one more than `MOST_SENTENCES`; undefined when the brackets do not match. */
export function expandPattern(pattern: string): string[] | undefined {
  let at = 0
  let broken = false

  const alternatives = (closing: string, depth: number): string[] => {
    const found: string[] = []
    let sequence = ['']
    if (depth > DEEPEST) broken = true
    while (!broken) {
      const sign = pattern[at++] ?? ''
      if (sign === closing) return [...found, ...sequence]
      if (sign === '' || sign === ')' || sign === ']') broken = true
      else if (sign === '|' && closing === ')') {
        found.push(...sequence)
        sequence = ['']
      } else if (sign === '(') sequence = joined(sequence, alternatives(')', depth + 1))
      else if (sign === '[') sequence = joined(sequence, [...alternatives(']', depth + 1), ''])
      else if (sign === '\\') sequence = joined(sequence, [pattern[at++] ?? ''])
      else if (sign !== '^') sequence = joined(sequence, [sign])
    }
    return []
  }

  const sentences = alternatives('', 0).map((text) => text.replace(/\s+/g, ' ').trim())
  return broken ? undefined : [...new Set(sentences)].filter((text) => text !== '')
}

function joined(starts: string[], ends: string[]): string[] {
  return starts.flatMap((start) => ends.map((end) => start + end)).slice(0, MOST_SENTENCES + 1)
}
