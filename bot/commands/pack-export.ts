import { Command, Option } from 'commander'
import { EXPORT_FORMATS, type ExportFormat, exportPack } from '../knowledge/index.ts'
import { examplesInWords, printNotCarried } from './pack-report.ts'

interface ExportFlags {
  format: ExportFormat
  out: string
  json?: true
}

/** `candor pack export` */
export function exportCommand(): Command {
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
        `${out}: ${needs} needs, ${examplesInWords(examples)}, ${answers} answer(s), ${outOfScope} out of scope; ` +
          `${notCarried.length} thing(s) could not be carried over.`,
      )
    })
}
