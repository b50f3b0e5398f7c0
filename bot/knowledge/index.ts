export type { PackCheck } from './check-pack.ts'
export { checkPack, loadPack } from './check-pack.ts'
export { DEFAULT_PACK_DIR } from './default-pack.ts'
export { diffInWords } from './diff-in-words.ts'
export { diffPacks, type PackDiff } from './diff-packs.ts'
export { isDraftIn } from './draft-answer.ts'
export { exampleKey } from './example-key.ts'
export { folderHash } from './folder-hash.ts'
export {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportOptions,
  type ExportReport,
  exportPack,
  FORMAT_NAMES,
  type FormatName,
  type NotCarried,
} from './formats/index.ts'
export type { ImportOptions, ImportReport } from './import-pack.ts'
export { importPack } from './import-pack.ts'
export { type LabelledRow, readLabelledCsv } from './labelled-csv.ts'
export { loadLexicon } from './lexicon.ts'
export { addDraftNeed, isWritable, type PackEdit, setAnswer } from './pack-editor/index.ts'
export { learntHash, packHash } from './pack-hash.ts'
export { NEED_NAME } from './pack-schema.ts'
export { readIfThere } from './read-file.ts'
export type { PackTrainingSet } from './training-set.ts'
export { trainingSetOf } from './training-set.ts'
