import Papa from 'papaparse'
import { decodeText } from './decode-text.ts'
import { importProblem } from './import-problem.ts'
import type { ImportedPack, SourceFiles } from './imported-pack.ts'
import { ImportedPackBuilder } from './imported-pack-builder.ts'
import { linkOf } from './link-of.ts'
import { plainText } from './plain-text.ts'

type Row = Record<string, string | undefined> & { row: number }

/**
 * A QnA Maker (or custom question answering) export: a row per question, with the answer repeated.
 * Columns: Question, Answer, Source, Metadata, SuggestedQuestions, IsContextOnly, Prompts, QnaId; only the first two must be there.
 * The first question of an answer names the need.
 */
export function readQnaMakerTsv(files: SourceFiles): ImportedPack {
  const builder = new ImportedPackBuilder()
  for (const [file, bytes] of files) readTable(builder, file, decodeText(file, bytes))
  return builder.build()
}

function readTable(builder: ImportedPackBuilder, file: string, source: string): void {
  const labels = new Map<string, string>()
  for (const row of rowsOf(file, source)) {
    const { row: number, question = '', answer = '', source: from = '' } = row
    const where = `${file}, row ${number}`
    if (question === '')
      throw importProblem(file, `row ${number}`, 'the question is empty', 'Write it, or remove the row')
    if (row.iscontextonly?.toLowerCase() === 'true') {
      builder.drop(
        `"${question}" with its answer "${answer}"`,
        where,
        'it is a follow-up, which means nothing by itself',
      )
      continue
    }
    const key = row.qnaid ? `id ${row.qnaid}` : `answer ${answer}`
    const label = labels.get(key) ?? question
    builder.addExample({ text: question, label, where })
    if (labels.has(key)) continue
    labels.set(key, label)
    // The export writes line ends as the two signs \n.
    builder.addAnswer({
      label,
      text: plainText(answer.replaceAll('\\n', '\n').replaceAll('\\t', '\t')),
      url: linkOf(from),
      where,
    })
    if (from !== '' && from !== 'Editorial' && linkOf(from) === undefined)
      builder.drop(`the source "${from}" of "${label}"`, where, 'a customer can follow addresses only')
    dropFilled(builder, row, label, where)
  }
}

function dropFilled(builder: ImportedPackBuilder, row: Row, label: string, where: string): void {
  const columns = [
    ['metadata', 'the metadata', 'an answer has no metadata'],
    ['suggestedquestions', 'the suggested questions', 'give them as examples where they are meant so'],
    ['prompts', 'the follow-ups', 'answers offer no follow-ups'],
  ] as const
  for (const [column, what, why] of columns) {
    const value = row[column] ?? ''
    if (value !== '' && value !== '[]') builder.drop(`${what} ${value} of "${label}"`, where, why)
  }
}

function rowsOf(file: string, source: string): Row[] {
  const [header = [], ...rows] = cellsOf(source)
  const names = header.map((name) => name.trim().toLowerCase())
  for (const name of ['question', 'answer'])
    if (!names.includes(name))
      throw importProblem(
        file,
        'row 1',
        `there is no column "${name}", found: ${header.join(', ') || 'nothing'}`,
        'Export the knowledge base as TSV; its first row names the columns',
      )
  return rows
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells, row }) => {
      const named = Object.fromEntries(names.map((name, column) => [name, cells[column]?.trim()]))
      return { ...named, row } as Row
    })
}

/** The portal writes quotes as they are, spreadsheets double them and put quotes around: what parses with quotes has them. */
function cellsOf(source: string): string[][] {
  const quoted = Papa.parse<string[]>(source, { delimiter: '\t' })
  if (quoted.errors.length === 0) return quoted.data
  return source.split(/\r?\n/).map((line) => line.split('\t'))
}
