import { decodeText } from '../decode-text.ts'
import { importProblem } from '../import-problem.ts'
import type { ImportedPack, SourceFiles } from '../imported-pack.ts'
import { ImportedPackBuilder } from '../imported-pack-builder.ts'
import { linkOf } from '../link-of.ts'
import { plainText } from '../plain-text.ts'
import { linesOf, linkTarget, tagOfFileName } from './lines.ts'

/** One question with its variations and its answer. */
interface Pair {
  question: string
  where: string
  /** What the items that follow are. */
  list: 'questions' | 'filters' | 'prompts'
}

/**
 * Files of the Bot Framework's .qna format; the first question of a pair names the need.
 * Format: https://learn.microsoft.com/azure/bot-service/file-format/bot-builder-qna-file-format
 * @throws CandorError IMPORT_INVALID for an answer without an end.
 */
export function readQna(files: SourceFiles): ImportedPack {
  const builder = new ImportedPackBuilder()
  for (const [file, bytes] of files) readFile(builder, file, decodeText(file, bytes))
  return builder.build()
}

function readFile(builder: ImportedPackBuilder, file: string, source: string): void {
  const tag = tagOfFileName(file)
  let pair: Pair | undefined
  let link: string | undefined
  let comments = 0
  let answer: { from: number; lines: string[] } | undefined

  for (const line of linesOf(source)) {
    const where = `${file}:${line.number}`
    const text = line.source.trim()
    if (answer !== undefined) {
      if (line.kind !== 'fence') answer.lines.push(line.source)
      else {
        if (pair)
          builder.addAnswer({
            label: pair.question,
            text: plainText(answer.lines.join('\n')),
            tag,
            url: link,
            where: `${file}:${answer.from}`,
          })
        answer = undefined
        link = undefined
      }
      continue
    }
    switch (line.kind) {
      case 'blank':
        break
      case 'comment':
        comments++
        break
      case 'fence':
        answer = { from: line.number, lines: [] }
        if (!pair)
          throw importProblem(
            file,
            `line ${line.number}`,
            'the answer has no question above it',
            'Write "# ? the question" above it',
          )
        break
      case 'setting':
        if (line.key === 'kb.name') builder.name ??= line.value
        else if (line.key === 'qna.pair.source' && linkOf(line.value) !== undefined) link = linkOf(line.value)
        else builder.drop(`the setting ${line.key} = ${line.value}`, where, 'Candor has no place for it')
        break
      case 'heading':
        if (line.text.startsWith('?')) {
          const question = line.text.slice(1).trim()
          if (question === '')
            throw importProblem(file, `line ${line.number}`, 'the question is empty', 'Write it behind the "?"')
          pair = { question, where, list: 'questions' }
          builder.addExample({ text: question, label: question, tag, where })
        } else builder.drop(`the heading "${line.text}"`, where, 'it is no question; those start with "# ?"')
        break
      case 'item':
        addItem(builder, pair, line.text, tag, where)
        break
      case 'link':
        builder.drop(
          `the import of ${line.target}`,
          where,
          'other .qna files are read when the folder is given; pages and PDFs are not',
        )
        break
      case 'other':
        if (/^\*+\s*filters\s*:?\s*\*+$/i.test(text) && pair) pair.list = 'filters'
        else if (/^\*+\s*prompts\s*:?\s*\*+$/i.test(text) && pair) pair.list = 'prompts'
        else if (!/^<a\s+id\s*=.*<\/a>$/i.test(text))
          builder.drop(`the line "${text}"`, where, 'it is nothing that the .qna format knows')
        break
      default:
        line satisfies never
    }
  }
  if (answer)
    throw importProblem(
      file,
      `line ${answer.from}`,
      'the answer that begins here never ends',
      'Close it with a line of ```',
    )
  if (comments > 0) builder.drop(`${comments} comment(s)`, file, 'they explain the file, not the bot')
}

function addItem(
  builder: ImportedPackBuilder,
  pair: Pair | undefined,
  text: string,
  tag: string | undefined,
  where: string,
): void {
  if (pair === undefined) builder.drop(`the line "${text}"`, where, 'it stands under no question')
  else if (pair.list === 'filters')
    builder.drop(
      `the filter "${text}" of "${pair.question}"`,
      where,
      'an answer has no filters; a need of its own may do',
    )
  else if (pair.list === 'prompts' || linkTarget(text.replace(/\s*`context-only`$/, '')) !== undefined)
    builder.drop(`the follow-up "${text}" of "${pair.question}"`, where, 'answers offer no follow-ups')
  else builder.addExample({ text, label: pair.question, tag, where })
}
