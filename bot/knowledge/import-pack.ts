import { basename, resolve } from 'node:path'
import type { Language } from '../../domain/index.ts'
import { CandorError } from '../../domain/index.ts'
import type { DraftPack } from './draft-pack.ts'
import { draftPack } from './draft-pack.ts'
import { readLabelledCsv } from './labelled-csv.ts'
import { writePack } from './write-pack.ts'

export interface ImportOptions {
  csvFile: string
  outDir: string
  /** Default: the name of the out folder. */
  name?: string
  language: Language | 'auto'
  outOfScopeLabel: string
}

/**
 * Makes a pack out of a labelled CSV. The answers are drafts; everything that was left out is in `notes`.
 * @throws CandorError FILE_UNREADABLE, CSV_INVALID, FILE_EXISTS. Nothing is written then.
 */
export async function importPack(options: ImportOptions): Promise<Omit<DraftPack, 'files'>> {
  const { csvFile, outDir, language, outOfScopeLabel } = options
  const rows = await readLabelledCsv(csvFile)
  const name = options.name?.trim() || basename(resolve(outDir))
  const { files, ...report } = draftPack(rows, { name, language, outOfScopeLabel })
  if (report.needs < 2)
    throw new CandorError('CSV_INVALID', {
      file: csvFile,
      row: rows[0]?.row ?? 1,
      problem: `there are ${report.needs} label(s) besides "${outOfScopeLabel}", and it takes two to tell them apart`,
      mend: 'Add rows with other labels, or name another label with --oos-label.',
    })
  await writePack(outDir, files)
  return report
}
