import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { KnowledgePack, Language } from '../../../../domain/index.ts'
import { CandorError, LANGUAGES } from '../../../../domain/index.ts'
import { loadPack } from '../../check-pack.ts'
import { writeFolder } from '../../write-folder.ts'
import type { NotCarried } from '../imported-pack.ts'
import type { ExportedPack, ExportFormat } from './exported-pack.ts'
import { toClu } from './to-clu.ts'
import { toCsv } from './to-csv.ts'
import { toRasa } from './to-rasa.ts'

export interface ExportOptions {
  dir: string
  format: ExportFormat
  /** A new file for `clu` and `csv`, a new or empty folder for `rasa`. */
  out: string
}

export interface ExportReport {
  needs: number
  examples: Record<Language, number>
  answers: number
  outOfScope: number
  notCarried: NotCarried[]
}

const WRITERS: Record<ExportFormat, (pack: KnowledgePack) => ExportedPack> = { rasa: toRasa, clu: toClu, csv: toCsv }

/**
 * Writes the pack in folder `dir` for another product.
 * @throws CandorError PACK_NOT_FOUND, PACK_INVALID, FILE_EXISTS, FILE_UNREADABLE. Nothing is written then.
 */
export async function exportPack({ dir, format, out }: ExportOptions): Promise<ExportReport> {
  const pack = await loadPack(dir)
  const { files, ...report } = WRITERS[format](pack)
  const [[, content = ''] = [], ...others] = files
  if (others.length === 0) await writeNew(out, content)
  else
    await writeFolder(out, async (folder) => {
      for (const [name, text] of files) await writeFile(join(folder, name), text)
    })
  const examples = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      pack.needs.reduce((sum, need) => sum + (need.examples[language]?.length ?? 0), 0),
    ]),
  ) as Record<Language, number>
  return { needs: pack.needs.length, examples, ...report }
}

async function writeNew(file: string, content: string): Promise<void> {
  try {
    await mkdir(dirname(resolve(file)), { recursive: true })
    await writeFile(file, content, { flag: 'wx' })
  } catch (cause) {
    const exists = cause instanceof Error && 'code' in cause && (cause.code === 'EEXIST' || cause.code === 'EISDIR')
    if (exists) throw new CandorError('FILE_EXISTS', { file }, { cause })
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new CandorError('FILE_UNREADABLE', { file, problem }, { cause })
  }
}
