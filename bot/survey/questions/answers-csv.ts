import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { CandorError } from '../../../domain/index.ts'

/** The answers that can be counted, and how many rows lacked one. */
export interface AnswersInCsv {
  /** One row per answer, its items in the order asked for. */
  answers: number[][]
  /** Rows with an item that is empty or no number. */
  leftOut: number
}

/**
 * Reads answers to a survey: one row each, one column per item, names in the first row.
 * @param items names of columns, in the order wanted
 * @throws CandorError FILE_UNREADABLE, CSV_INVALID
 */
export async function readAnswersCsv(file: string, items: readonly string[]): Promise<AnswersInCsv> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new CandorError('FILE_UNREADABLE', { file, problem }, { cause })
  })
  // A spreadsheet may begin its files with a byte order mark, and would make it part of the first name.
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken) {
    throw invalid(file, (broken.row ?? 0) + 1, broken.message.toLowerCase(), 'Close every quote')
  }
  const [header = [], ...rows] = data.map((cells) => cells.map((cell) => cell.trim()))
  const places = items.map((item) => placeOf(file, header, item))
  const read = rows.map((cells) => places.map((place) => numberIn(cells[place] ?? '')))
  const answers = read.filter((row): row is number[] => row.every((value) => value !== null))
  return { answers, leftOut: read.length - answers.length }
}

function placeOf(file: string, header: readonly string[], item: string): number {
  const place = header.indexOf(item)
  if (place >= 0 && place === header.lastIndexOf(item)) return place
  const problem = place < 0 ? `there is no column "${item}"` : `the column "${item}" is there twice`
  throw invalid(file, 1, problem, `Its columns are: ${header.filter((name) => name !== '').join(', ') || 'none'}`)
}

function numberIn(cell: string): number | null {
  const value = Number(cell)
  return cell === '' || !Number.isFinite(value) ? null : value
}

function invalid(file: string, row: number, problem: string, mend: string): CandorError {
  return new CandorError('CSV_INVALID', { file, row, problem, mend: `${mend}.` })
}
