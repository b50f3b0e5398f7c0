import { Command, Option } from 'commander'
import type { Language } from '../../domain/index.ts'
import { LANGUAGES } from '../../domain/index.ts'
import type { ExportFormat, FormatName, ImportReport, NotCarried } from '../knowledge/index.ts'
import { checkPack, EXPORT_FORMATS, exportPack, FORMAT_NAMES, importPack } from '../knowledge/index.ts'

/** `candor pack check`, `candor pack import` and `candor pack export`. */
export function packCommand(): Command {
  return new Command('pack')
    .description('check, import and export knowledge packs')
    .addCommand(checkCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
}

function checkCommand(): Command {
  return new Command('check')
    .description('read a pack and report everything that is wrong with it; exits 1 when there is a problem')
    .argument('<dir>', 'the folder that holds pack.yaml')
    .option('--json', 'print one JSON object')
    .action(async (dir: string, { json }: { json?: true }) => {
      const { problems, warnings, needs, examples } = await checkPack(dir)
      const ok = problems.length === 0
      if (!ok) process.exitCode = 1
      if (json) {
        console.log(JSON.stringify({ ok, needs, examples, problems, warnings }))
        return
      }
      for (const problem of problems) console.log(`problem  ${problem}`)
      for (const warning of warnings) console.log(`warning  ${warning}`)
      console.log(
        `${dir}: ${needs} needs, ${inWords(examples)}; ${problems.length} problem(s), ${warnings.length} warning(s).`,
      )
    })
}

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

function importCommand(): Command {
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
    `${out}: ${needs} needs, ${inWords(examples)}, ${carried}${outOfScope} out of scope; ` +
      `left out ${duplicates} repeated row(s) and ${conflicts} row(s) with a second label.\n` +
      (notCarried.length > 0
        ? `${notCarried.length} thing(s) could not be carried over; each is listed above.\n`
        : '') +
      (answers === needs
        ? `Read through ${out}/needs, then run "candor pack check ${out}".`
        : `The answers are drafts: write them in ${out}/needs, then run "candor pack check ${out}".`),
  )
}

interface ExportFlags {
  format: ExportFormat
  out: string
  json?: true
}

function exportCommand(): Command {
  return new Command('export')
    .description('write a pack for another product: Rasa 3, Microsoft CLU, or a CSV')
    .argument('<dir>', 'the folder that holds pack.yaml')
    .addOption(new Option('--format <format>', 'for what').choices(EXPORT_FORMATS).makeOptionMandatory())
    .requiredOption('--out <path>', 'file to make (clu, csv) or folder to make (rasa)')
    .option('--json', 'print one JSON object')
    .action(async (dir: string, { format, out, json }: ExportFlags) => {
      const { notCarried, ...counts } = await exportPack({ dir, format, out })
      printNotCarried(notCarried)
      if (json) {
        console.log(JSON.stringify({ format, ...counts, notCarried, out }))
        return
      }
      const { needs, examples, answers, outOfScope } = counts
      console.log(
        `${out}: ${needs} needs, ${inWords(examples)}, ${answers} answer(s), ${outOfScope} out of scope; ` +
          `${notCarried.length} thing(s) could not be carried over.`,
      )
    })
}

function printNotCarried(notCarried: NotCarried[]): void {
  for (const { what, where, why } of notCarried) console.error(`not carried  ${where}: ${what}: ${why}`)
}

function inWords(examples: Record<Language, number>): string {
  return `${LANGUAGES.map((language) => `${examples[language]} ${language}`).join(' + ')} examples`
}
