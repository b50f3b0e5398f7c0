import { parseLabelledCsv } from '../labelled-csv.ts'
import type { ImportedPack, SourceFiles } from './imported-pack.ts'
import { ImportedPackBuilder } from './imported-pack-builder.ts'

/** Columns `text` and `label`, and `language` where there is one (`en`, `zh-CN`, …). */
export function readCsv(files: SourceFiles): ImportedPack {
  const builder = new ImportedPackBuilder()
  for (const [file, bytes] of files)
    for (const { row, text, label, language } of parseLabelledCsv(file, bytes)) {
      const where = files.size === 1 ? `row ${row}` : `${file}, row ${row}`
      builder.addExample({ text, label, tag: language, where })
    }
  return builder.build()
}
