import { Command, Option } from 'commander'
import type { Language } from '../../domain/index.ts'
import { LANGUAGES } from '../../domain/index.ts'
import { FORMAT_NAMES, type FormatName, type ImportReport, importPack } from '../knowledge/index.ts'
import { examplesInWords, printNotCarried } from './pack-report.ts'

interface ImportFlags {
  csv?: string
  from?: string
  format?: FormatName | 'auto'
  out: string
  name?: string
  language: Language | 'auto'
  oosLabel: string
  json?: true
}

/** `candor pack import`: `--csv` for labelled messages, `--from` for the exports of other products. */
export function importCommand(): Command {
  return new Command('import')
    .description('make a pack out of what was written for another product; answers that did not come along are drafts')
    .addOption(
      new Option('--csv <file>', 'CSV with the columns text and label, in UTF-8').conflicts(['from', 'format']),
    )
    .option('--from <path>', 'the exported file, folder or zip')
    .addOption(
      new Option('--format <format>', 'what --from is; auto looks at names and content (default: auto)').choices([
        ...FORMAT_NAMES,
        'auto',
      ]),
    )
    .requiredOption('--out <dir>', 'folder to make; it must be new or empty')
    .option('--name <name>', 'what the pack is called (default: as the source, or the name of the folder)')
    .addOption(
      new Option(
        '--language <language>',
        'language of the texts; auto takes what the source marks, or decides by script',
      )
        .choices([...LANGUAGES, 'auto'])
        .default('auto'),
    )
    .option('--oos-label <label>', 'label of messages that are none of the needs', 'oos')
    .option('--json', 'print one JSON object')
    .action(async ({ csv, from = csv, format, out, name, language, oosLabel, json }: ImportFlags, command: Command) => {
      if (from === undefined) command.error("error: give what to import with '--from <path>' or '--csv <file>'")
      const report = await importPack({
        from,
        format: csv === undefined ? (format ?? 'auto') : 'csv',
        outDir: out,
        language,
        outOfScopeLabel: oosLabel,
        ...(name !== undefined && { name }),
      })
      printImport(report, { out, json: json === true, fromCsv: csv !== undefined })
    })
}

function printImport(
  report: ImportReport,
  { out, json, fromCsv }: { out: string; json: boolean; fromCsv: boolean },
): void {
  const { needs, examples, details, answers, outOfScope, duplicates, conflicts, notes, notCarried } = report
  for (const note of notes) console.error(`note  ${note}`)
  printNotCarried(notCarried)
  if (json) {
    const counts = { needs, examples, outOfScope, duplicates, conflicts, dir: out }
    console.log(JSON.stringify(fromCsv ? counts : { ...counts, details, answers, notCarried, notes }))
    return
  }
  const carried = fromCsv ? '' : `${details} detail(s), ${answers} answer(s), `
  console.log(
    `${out}: ${needs} needs, ${examplesInWords(examples)}, ${carried}${outOfScope} out of scope; ` +
      `left out ${duplicates} repeated row(s) and ${conflicts} row(s) with a second label.\n` +
      (notCarried.length > 0
        ? `${notCarried.length} thing(s) could not be carried over; each is listed above.\n`
        : '') +
      (answers === needs
        ? `Read through ${out}/needs, then run "candor pack check ${out}".`
        : `${answers === 0 ? 'The' : `${needs - answers} of the`} answers are drafts: write them in ${out}/needs, then run "candor pack check ${out}".`),
  )
}
