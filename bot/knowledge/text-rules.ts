import { LANGUAGES, type Language, type LocalizedText } from '../../domain/index.ts'
import type { YamlFile, YamlPath } from './yaml-file.ts'

export interface Report {
  problem(yaml: YamlFile, path: YamlPath, text: string): void
  warn(yaml: YamlFile, path: YamlPath, text: string): void
}

interface PlacedText {
  yaml: YamlFile
  path: YamlPath
  text: LocalizedText
}

/** Whether a text is there in every language that the pack speaks, and in no other. */
export function checkLanguages(
  { yaml, path, text }: PlacedText,
  languages: Language[],
  { problem, warn }: Report,
): void {
  const name = path.map((step) => (typeof step === 'number' ? step + 1 : step)).join(' ')
  for (const language of LANGUAGES) {
    const spoken = languages.includes(language)
    if (spoken && text[language] === undefined)
      problem(
        yaml,
        path,
        `${name} is missing in "${language}". Add it, or remove "${language}" from pack.yaml's languages`,
      )
    if (!spoken && text[language] !== undefined)
      warn(yaml, [...path, language], `${name} is written in "${language}", which pack.yaml's languages do not name`)
  }
}
