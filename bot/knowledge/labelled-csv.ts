import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { CandorError } from '../../domain/index.ts'

export interface LabelledRow {
  /** As a spreadsheet counts: the header is row 1. */
  row: number
  text: string
  label: string
  /** As the column `language` has it, where there is one. */
  language?: string
}

/**
 * Reads a file of labelled messages.
 * @throws CandorError FILE_UNREADABLE, CSV_INVALID
 */
export async function readLabelledCsv(file: string): Promise<LabelledRow[]> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new CandorError('FILE_UNREADABLE', { file, problem }, { cause })
  })
  return parseLabelledCsv(file, bytes)
}

/**
 * Parses a CSV with the columns `text` and `label` (any order; `language` is read too, others are ignored), separated by commas, semicolons or tabs.
 * Empty rows are skipped; cells are trimmed.
 * @param file name for the error texts
 * @throws CandorError CSV_INVALID with the row and how to mend it
 */
export function parseLabelledCsv(file: string, bytes: Uint8Array): LabelledRow[] {
  const source = decode(file, bytes)
  const { data, errors } = Papa.parse<string[]>(source, { delimiter: delimiterOf(source) })
  const broken = errors[0]
  if (broken)
    throw invalid(
      file,
      (broken.row ?? 0) + 1,
      broken.message.toLowerCase(),
      'Close every quote; write a quote inside a text twice ("")',
    )

  const [header = [], ...rows] = data.map((cells) => cells.map((cell) => cell.trim()))
  const column = (name: string) => {
    const found = header.flatMap((cell, index) => (cell.toLowerCase() === name ? [index] : []))
    const [index] = found
    if (index !== undefined && found.length === 1) return index
    const problem = index === undefined ? `there is no column "${name}"` : `the column "${name}" is there twice`
    throw invalid(
      file,
      1,
      `${problem}, found: ${header.join(', ') || 'nothing'}`,
      'Write "text,label" into the first row',
    )
  }
  const textAt = column('text')
  const labelAt = column('label')
  const languageAt = header.findIndex((cell) => cell.toLowerCase() === 'language')

  const labelled = rows
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ cells, row }) => ({ cells, row, text: cells[textAt] ?? '', label: cells[labelAt] ?? '' }))
  refuse(
    file,
    'the text is empty',
    'Write the text, or remove the row',
    labelled.filter(({ text }) => text === ''),
  )
  refuse(
    file,
    `there are more cells than the ${header.length} columns of the header`,
    'Put quotes around a text with a comma in it',
    labelled.filter(({ cells }) => cells.length > header.length),
  )
  refuse(
    file,
    'the label is empty',
    'Write the label, or remove the row',
    labelled.filter(({ label }) => label === ''),
  )
  if (labelled.length === 0)
    throw invalid(file, 1, 'there is nothing below the header', 'Add rows with a text and its label')
  return labelled.map(({ cells, row, text, label }) => {
    const language = cells[languageAt] ?? ''
    return { row, text, label, ...(language !== '' && { language }) }
  })
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const problem = 'the file is not UTF-8'
    throw new CandorError(
      'CSV_INVALID',
      { file, row: 1, problem, mend: 'In a spreadsheet, save it as "CSV UTF-8".' },
      { cause: error },
    )
  }
}

/** Spreadsheets write semicolons or tabs in some countries. The header tells: it has no other use for them. */
function delimiterOf(source: string): string {
  const header = source.slice(0, source.search(/[\r\n]|$/))
  return [',', ';', '\t'].find((delimiter) => header.includes(delimiter)) ?? ','
}

function refuse(file: string, problem: string, mend: string, rows: { row: number }[]): void {
  const [first, ...others] = rows
  if (!first) return
  const more = others.slice(0, 10).map(({ row }) => row)
  const also =
    more.length === 0 ? '' : ` (also in row ${more.join(', ')}${others.length > more.length ? ' and others' : ''})`
  throw invalid(file, first.row, problem + also, mend)
}

function invalid(file: string, row: number, problem: string, mend: string): CandorError {
  return new CandorError('CSV_INVALID', { file, row, problem, mend: `${mend}.` })
}
