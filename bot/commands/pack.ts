import { Command, Option } from 'commander'
import type { Language } from '../../domain/index.ts'
import { LANGUAGES } from '../../domain/index.ts'
import { checkPack, importPack } from '../knowledge/index.ts'

/** `candor pack check` and `candor pack import`. */
export function packCommand(): Command {
  return new Command('pack')
    .description('check and import knowledge packs')
    .addCommand(checkCommand())
    .addCommand(importCommand())
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
  csv: string
  out: string
  name?: string
  language: Language | 'auto'
  oosLabel: string
  json?: true
}

function importCommand(): Command {
  return new Command('import')
    .description('make a pack out of labelled messages; its answers are drafts for you to write')
    .requiredOption('--csv <file>', 'CSV with the columns text and label, in UTF-8')
    .requiredOption('--out <dir>', 'folder to make; it must be new or empty')
    .option('--name <name>', 'what the pack is called (default: the name of the folder)')
    .addOption(
      new Option('--language <language>', 'language of the texts; auto decides by script')
        .choices([...LANGUAGES, 'auto'])
        .default('auto'),
    )
    .option('--oos-label <label>', 'label of messages that are none of the needs', 'oos')
    .option('--json', 'print one JSON object')
    .action(async ({ csv, out, name, language, oosLabel, json }: ImportFlags) => {
      const report = await importPack({
        csvFile: csv,
        outDir: out,
        language,
        outOfScopeLabel: oosLabel,
        ...(name !== undefined && { name }),
      })
      const { needs, examples, outOfScope, duplicates, conflicts, notes } = report
      for (const note of notes) console.error(`note  ${note}`)
      if (json) {
        console.log(JSON.stringify({ needs, examples, outOfScope, duplicates, conflicts, dir: out }))
        return
      }
      console.log(
        `${out}: ${needs} needs, ${inWords(examples)}, ${outOfScope} out of scope; ` +
          `left out ${duplicates} repeated row(s) and ${conflicts} row(s) with a second label.\n` +
          `The answers are drafts: write them in ${out}/needs, then run "candor pack check ${out}".`,
      )
    })
}

function inWords(examples: Record<Language, number>): string {
  return `${LANGUAGES.map((language) => `${examples[language]} ${language}`).join(' + ')} examples`
}
