import type { Language, Need } from '../../domain/index.ts'
import { redact } from '../../nlp/index.ts'
import { occurrences, type SaidBefore } from '../help/index.ts'

/**
 * What an agent said to one customer, as the pack could say it to any: values of details that the need asks for become their
 * places (`{orderNumber}`), names of the two are left out, and other personal data becomes a word in brackets.
 */
export function anybodysAnswer(
  { text, handover }: SaidBefore,
  { details }: Pick<Need, 'details'>,
  language: Language,
): string {
  const { customerName, agentName } = handover
  // Braces would read as the place of a detail.
  let answer = text.replaceAll('{', '(').replaceAll('}', ')')
  for (const name of [customerName, agentName].flatMap(partsOf)) answer = replaced(answer, name, '')
  for (const { name, required } of details) {
    const value = handover.details[name]
    if (required && value !== undefined) answer = replaced(answer, value, `{${name}}`)
  }
  return tidy(redact(answer, language))
}

/** A name whole, then in its parts: who is called Sarah Connor is greeted as Sarah. */
function partsOf(name: string | undefined): string[] {
  if (name === undefined) return []
  return [name, ...name.split(/[\s,.]+/).filter((part) => part.length > 1 && part !== name)]
}

function replaced(text: string, value: string, by: string): string {
  return occurrences(text, value).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}${by}${left.slice(end)}`,
    text,
  )
}

/** Without the gaps and commas that a name leaves behind. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ (?=[,.!?;:，。！？])/g, '')
    .replace(/([,，])[,，]+/g, '$1')
    .replace(/^[,，\s]+/, '')
    .trim()
}
