import { join } from 'node:path'
import type { LocalizedText } from '../../domain/index.ts'
import { LANGUAGES } from '../../domain/index.ts'
import { listFolder, readText } from './read-file.ts'
import type { Finding } from './yaml-file.ts'

/**
 * The pack's `help/en.md`, `help/zh.md`: undefined when there is none, which is fine.
 * @throws CandorError FILE_UNREADABLE
 */
export async function readHelp(dir: string): Promise<{ text?: LocalizedText; warnings: Finding[] }> {
  const text: LocalizedText = {}
  const warnings: Finding[] = []
  for (const entry of await listFolder(join(dir, 'help'))) {
    const file = `help/${entry}`
    const language = LANGUAGES.find((one) => entry === `${one}.md`)
    if (!language) {
      const names = LANGUAGES.map((one) => `${one}.md`).join(' and ')
      warnings.push({ file, line: 1, text: `is not read: the help page is written in ${names}` })
      continue
    }
    const markdown = (await readText(join(dir, file))).replace(/^\uFEFF/, '')
    if (markdown.trim() === '') warnings.push({ file, line: 1, text: 'the file is empty. Write it, or remove it' })
    else text[language] = markdown
  }
  return { ...(Object.keys(text).length > 0 && { text }), warnings }
}
