import { basename, resolve } from 'node:path'
import type { Language } from '../../domain/index.ts'
import { CandorError } from '../../domain/index.ts'
import type { DraftPack } from './draft-pack.ts'
import { draftPack } from './draft-pack.ts'
import type { ImportedExample } from './formats/imported-pack.ts'
import type { FormatName } from './formats/index.ts'
import { readFormat, readSource } from './formats/index.ts'
import { writePack } from './write-pack.ts'

export interface ImportOptions {
  /** A file, a folder or a zip. */
  from: string
  /** `auto`: by the names and the content of the files. */
  format: FormatName | 'auto'
  outDir: string
  /** Default: what the source calls itself, or the name of the out folder. */
  name?: string
  language: Language | 'auto'
  outOfScopeLabel: string
}

export type ImportReport = Omit<DraftPack, 'files'>

/**
 * Makes a pack out of what was written for another product. Answers that did not come along are drafts;
 * everything that was left out is in `notes` and `notCarried`.
 * @throws CandorError FILE_UNREADABLE, CSV_INVALID, IMPORT_INVALID, FILE_EXISTS. Nothing is written then.
 */
export async function importPack(options: ImportOptions): Promise<ImportReport> {
  const { from, format, outDir, language, outOfScopeLabel } = options
  const imported = readFormat(from, await readSource(from), format)
  const name = options.name?.trim() || imported.name || basename(resolve(outDir))
  const { files, ...report } = draftPack(imported, { name, language, outOfScopeLabel })
  // One need alone leaves nothing to tell apart.
  if (report.needs < 2) throw tooFewNeeds(options, report.needs, imported.examples[0])
  await writePack(outDir, files)
  return report
}

function tooFewNeeds({ from, format, outOfScopeLabel }: ImportOptions, needs: number, first?: ImportedExample) {
  const two = 'and it takes two to tell them apart'
  if (format === 'csv')
    return new CandorError('CSV_INVALID', {
      file: from,
      row: 2,
      problem: `there are ${needs} label(s) besides "${outOfScopeLabel}", ${two}`,
      mend: 'Add rows with other labels, or name another label with --oos-label.',
    })
  return new CandorError('IMPORT_INVALID', {
    file: from,
    place: first?.where ?? 'all of it',
    problem: `there are ${needs} need(s) with examples in English or Chinese, ${two}`,
    mend: 'Give the file or the folder that holds the intents and their examples.',
  })
}
