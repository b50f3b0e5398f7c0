import { basename, extname } from 'node:path/posix'
import { decodeText } from './decode-text.ts'
import { importProblem } from './import-problem.ts'
import type { FormatReader, ImportedPack, NotCarried, SourceFiles } from './imported-pack.ts'
import { mergeImported } from './imported-pack.ts'
import { readLu } from './lu/read-lu.ts'
import { readQna } from './lu/read-qna.ts'
import { readRasa } from './rasa/read-rasa.ts'
import { readClu } from './read-clu.ts'
import { readCsv } from './read-csv.ts'
import { isDialogflowFile, readDialogflow } from './read-dialogflow.ts'
import { readLuis } from './read-luis.ts'
import { readQnaMakerTsv } from './read-qnamaker-tsv.ts'

export const FORMAT_NAMES = ['csv', 'clu', 'luis', 'lu', 'qna', 'qnamaker-tsv', 'rasa', 'dialogflow'] as const
export type FormatName = (typeof FORMAT_NAMES)[number]

const FORMATS: Record<FormatName, { endings: string[]; read: FormatReader }> = {
  csv: { endings: ['.csv', '.tsv'], read: readCsv },
  clu: { endings: ['.json'], read: readClu },
  luis: { endings: ['.json'], read: readLuis },
  lu: { endings: ['.lu'], read: readLu },
  qna: { endings: ['.qna'], read: readQna },
  'qnamaker-tsv': { endings: ['.tsv', '.txt'], read: readQnaMakerTsv },
  rasa: { endings: ['.yml', '.yaml'], read: readRasa },
  dialogflow: { endings: ['.json'], read: readDialogflow },
}

/**
 * Reads the files with the format's reader, or (`auto`) each with the reader of the format it is in;
 * so a folder may hold several, as a Bot Framework Composer project does. Files of no format are listed as not carried.
 * @param from what the files were read from, for the error texts
 * @throws CandorError IMPORT_INVALID, CSV_INVALID
 */
export function readFormat(from: string, files: SourceFiles, format: FormatName | 'auto'): ImportedPack {
  const named = format === 'auto' ? undefined : format
  const byFormat = new Map<FormatName, Map<string, Uint8Array>>()
  const notCarried: NotCarried[] = []
  for (const [name, bytes] of files) {
    // A file given by itself with its format is taken at its word, whatever its name.
    const found =
      named === undefined
        ? formatOf(name, bytes, files.size === 1)
        : files.size === 1 || fits(named, name)
          ? named
          : undefined
    if (found === undefined) {
      notCarried.push({
        what: `the file ${name}`,
        where: name,
        why: `it is not in ${named ?? 'a format that is read'}`,
      })
      continue
    }
    const group = byFormat.get(found) ?? new Map<string, Uint8Array>()
    byFormat.set(found, group.set(name, bytes))
  }
  if (byFormat.size === 0)
    throw importProblem(
      from,
      files.size === 0 ? 'the folder' : [...files.keys()].slice(0, 5).join(', '),
      files.size === 0
        ? 'there is no file'
        : `nothing here is in ${named ?? `one of the formats ${FORMAT_NAMES.join(', ')}`}`,
      'Give the exported file, or name its format with --format',
    )
  const parts = [...byFormat].map(([one, group]) => FORMATS[one].read(group))
  return mergeImported([...parts, { examples: [], answers: [], details: [], declared: new Map(), notCarried }])
}

function fits(format: FormatName, name: string): boolean {
  return FORMATS[format].endings.includes(extname(name).toLowerCase())
}

/** @param alone given by itself: then its ending decides, and the reader says what is missing in it */
function formatOf(name: string, bytes: Uint8Array, alone: boolean): FormatName | undefined {
  switch (extname(name).toLowerCase()) {
    case '.lu':
      return 'lu'
    case '.qna':
      return 'qna'
    case '.csv':
      return alone || isLabelled(firstLine(name, bytes)) ? 'csv' : undefined
    case '.tsv':
    case '.txt': {
      const header = firstLine(name, bytes)
      if (/^"?Question"?\t.*"?Answer"?/i.test(header)) return 'qnamaker-tsv'
      return isLabelled(header) ? 'csv' : undefined
    }
    case '.yml':
    case '.yaml':
      return 'rasa'
    case '.json':
      return jsonFormat(name, bytes)
    default:
      return undefined
  }
}

/** Looks for a few keys rather than parsing: the reader does that once, and says where a file is broken. */
function jsonFormat(name: string, bytes: Uint8Array): FormatName | undefined {
  if (isDialogflowFile(name)) return 'dialogflow'
  const source = decodeText(basename(name), bytes)
  if (/"luis_schema_version"\s*:/.test(source)) return 'luis'
  if (/"projectFileVersion"\s*:|"assets"\s*:/.test(source)) return 'clu'
  if (/"utterances"\s*:/.test(source) && /"culture"\s*:/.test(source)) return 'luis'
  return undefined
}

function isLabelled(header: string): boolean {
  const columns = header
    .toLowerCase()
    .split(/[,;\t]/)
    .map((cell) => cell.replaceAll('"', '').trim())
  return columns.includes('text') && columns.includes('label')
}

function firstLine(name: string, bytes: Uint8Array): string {
  return decodeText(name, bytes).split(/\r?\n/, 1)[0] ?? ''
}
