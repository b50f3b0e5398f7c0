import type { ImportedPack, SourceFiles } from '../../../../../bot/knowledge/formats/imported-pack.ts'

/** Files as a reader gets them: texts as UTF-8, everything else as JSON. */
export function sourceFiles(files: Record<string, unknown>): SourceFiles {
  const text = (content: unknown) => (typeof content === 'string' ? content : JSON.stringify(content))
  return new Map(Object.entries(files).map(([name, content]) => [name, new TextEncoder().encode(text(content))]))
}

/** `label: text` of every example, `label? text` where the source says that it is none of its intents. */
export function said({ examples }: ImportedPack): string[] {
  return examples.map(({ label, text, outOfScope }) => `${label}${outOfScope ? '?' : ':'} ${text}`)
}

/** `where: what` of everything that was not carried over. */
export function lost({ notCarried }: ImportedPack): string[] {
  return notCarried.map(({ what, where }) => `${where}: ${what}`)
}

/** `label.name: type` of every detail. */
export function asked({ details }: ImportedPack): string[] {
  return details.map(
    ({ label, name, type, choices }) => `${label}.${name}: ${type}${choices ? ` ${choices.join('/')}` : ''}`,
  )
}
