import { Command } from 'commander'
import { type Reliability, reliability, type UnknownReliability } from '../../analytics/index.ts'
import { CandorError } from '../../domain/index.ts'
import { readAnswersCsv } from '../survey/questions/answers-csv.ts'

interface ReliabilityOptions {
  responses: string
  items: string
  json?: true
}

/** `candor survey reliability`: whether the items of a questionnaire measure one thing. */
export function surveyReliabilityCommand(): Command {
  return new Command('reliability')
    .description('Cronbach’s alpha of the items of a questionnaire, and how each goes with the others')
    .requiredOption('--responses <file>', 'CSV with one answer a row and one item a column, names in the first row')
    .requiredOption('--items <names>', 'the columns that belong together, separated by commas')
    .option('--json', 'print one JSON object as the last line')
    .action(async ({ responses, items, json }: ReliabilityOptions) => {
      const names = itemNames(items)
      const { answers, leftOut } = await readAnswersCsv(responses, names)
      const found = reliability(answers)
      if (found.kind === 'unknown') throw unknown(found, responses, names, answers.length, leftOut)
      const { standardizedAlpha, alpha, n } = found
      console.log(json ? JSON.stringify({ standardizedAlpha, alpha, n }) : asText(found, names, leftOut))
    })
}

function itemNames(given: string): string[] {
  const names = given
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length < 2) throw invalid(`needs at least two items, got "${given}"`, 'Write --items A,B,C.')
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) throw invalid(`has "${twice}" twice`, 'Name every item once.')
  return names
}

function unknown(
  found: UnknownReliability,
  file: string,
  names: readonly string[],
  n: number,
  leftOut: number,
): CandorError {
  switch (found.because) {
    case 'too-few-answers': {
      const problem = `${n} of its rows ${n === 1 ? 'has' : 'have'} a number for every item, ${leftOut} lack one`
      return csvInvalid(file, problem, 'At least two complete rows are needed')
    }
    case 'no-variance': {
      const item = names[found.item] ?? ''
      return csvInvalid(file, `every answer to "${item}" is the same, so that it goes with nothing`, 'Leave it out')
    }
    case 'same-sum': {
      const mend = 'Turn the scale of the items that were asked the other way round'
      return csvInvalid(file, 'the items cancel each other out: their sum is always the same', mend)
    }
    case 'too-few-items':
      return invalid('needs at least two items', 'Write --items A,B,C.')
    default:
      return found satisfies never
  }
}

function csvInvalid(file: string, problem: string, mend: string): CandorError {
  return new CandorError('CSV_INVALID', { file, row: 1, problem, mend: `${mend}.` })
}

function invalid(problem: string, mend: string): CandorError {
  return new CandorError('CONFIG_INVALID', { field: '--items', problem, mend })
}

function asText(
  { alpha, standardizedAlpha, n, items }: Reliability,
  names: readonly string[],
  leftOut: number,
): string {
  const width = Math.max(12, ...names.map((name) => name.length + 2))
  const figure = (value: number | null) => (value === null ? '-' : value.toFixed(3)).padStart(8)
  return [
    `standardised alpha  ${standardizedAlpha.toFixed(6)}`,
    `raw alpha           ${alpha.toFixed(6)}`,
    `answers             ${n}${leftOut > 0 ? `; ${leftOut} left out, because an item is missing or no number` : ''}`,
    '',
    `${'item'.padEnd(width)}    mean      sd  with others  alpha without it`,
    ...items.map(
      (item, place) =>
        `${(names[place] ?? '').padEnd(width)}${figure(item.mean)}${figure(item.sd)}     ${figure(item.itemTotal)}          ${figure(item.alphaIfDropped)}`,
    ),
  ].join('\n')
}
