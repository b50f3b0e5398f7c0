import { LANGUAGES, type Language } from '../../domain/index.ts'
import { didYouMean } from './closest-word.ts'
import type { RepliesFile } from './pack-schema.ts'
import { checkLanguages, type Report } from './text-rules.ts'
import type { Read } from './yaml-file.ts'

/** What a reply may name besides the details of the needs. */
const PARTIES = ['customer', 'agent', 'company']

/**
 * Whether every reply has a name of its own and is there in every language, and whether its variables are known.
 * @param languages that the pack speaks
 * @param details names of the details of all needs
 */
export function checkReplies(
  { yaml, value }: Read<RepliesFile>,
  languages: Language[],
  details: readonly string[],
  report: Report,
): void {
  const known = [...new Set([...PARTIES, ...details])]
  const seen = new Set<string>()
  for (const [index, { name, title, text }] of value.entries()) {
    if (seen.has(name))
      report.problem(yaml, [index, 'name'], `the reply "${name}" is there twice. Rename or remove one`)
    seen.add(name)
    for (const [key, localized] of Object.entries({ title, text }))
      checkLanguages({ yaml, path: [index, key], text: localized }, languages, report)
    for (const language of LANGUAGES) {
      for (const [, variable = ''] of (text[language] ?? '').matchAll(/\{([^{}]*)\}/g)) {
        if (known.includes(variable)) continue
        const mend = didYouMean(variable, known) || ` Known here: ${known.join(', ')}`
        report.problem(yaml, [index, 'text', language], `unknown variable "{${variable}}".${mend}`)
      }
    }
  }
}
