import { Command } from 'commander'
import { CandorError, systemClock } from '../../domain/index.ts'
import type { ModelManifest } from '../../nlp/index.ts'
import { readConfig } from '../config.ts'
import { modelsOf } from '../models/index.ts'
import { gapReasonText } from './gap-reason-text.ts'
import { intentReasonText } from './intent-reason-text.ts'
import { type ListedModel, listedModels, verdictOf } from './listed-model.ts'
import { dataOption, jsonOption, kindOption, type ModelOptions } from './model-options.ts'
import { aboutText } from './models-list.ts'
import { openExistingStore } from './open-store.ts'
import { serviceText } from './service-text.ts'

/** What `--json` prints. */
interface Shown extends ListedModel {
  bytes: number
  manifest: Record<string, unknown>
  verdict: ReturnType<typeof verdictOf>
}

/** `candor models show ID`: one model, what it was made of, what the gate said of it, and when it served. */
export function modelsShowCommand(): Command {
  return new Command('show')
    .description('one model: what it was made of, what the gate said of it and why, and when it served (times in UTC)')
    .argument('<id>')
    .addOption(kindOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (id: string, { kind, data, json }: ModelOptions) => {
      const store = await openExistingStore(readConfig(process.env).database, data)
      try {
        const record = await modelsOf(store, kind).get(id)
        const listed = (await listedModels(store, kind, systemClock.now())).find((one) => one.id === id)
        if (!record || !listed) throw new CandorError('MODEL_UNKNOWN', { id })
        const shown: Shown = {
          ...listed,
          bytes: record.bytes.length,
          manifest: JSON.parse(record.manifest) as Shown['manifest'],
          verdict: verdictOf(kind, record),
        }
        console.log(json ? JSON.stringify(shown) : asText(shown))
      } finally {
        await store.close()
      }
    })
}

function asText(shown: Shown): string {
  const { verdict, served, bytes, dataHash } = shown
  return [
    aboutText(shown),
    `${bytes} bytes; of data ${dataHash}`,
    ...madeText(shown),
    '',
    ...(verdict ? verdictText(verdict) : ['Made of the pack; no gate judged it.']),
    '',
    ...(served.length === 0 ? ['It has never served.'] : ['Served', ...served.flatMap(serviceText).map(indented)]),
  ].join('\n')
}

function verdictText(verdict: NonNullable<Shown['verdict']>): string[] {
  const { attempt, against } = verdict
  const said = verdict.verdict.promote ? 'promoted' : 'kept back'
  const [learnt, reasons] =
    verdict.kind === 'gap'
      ? [`${verdict.outcomes.known} outcomes`, verdict.verdict.reasons.map(gapReasonText)]
      : [
          `${verdict.candidates.learnt} accepted messages, ${verdict.candidates.fresh} of them new`,
          verdict.verdict.reasons.map(intentReasonText),
        ]
  return [`Learnt of ${learnt}; challenger ${attempt} of ${against}: ${said}`, ...reasons.map(indented)]
}

/** Of what a model that understands messages was made, and how good it was on examples held out in turn. */
function madeText({ kind, manifest }: Shown): string[] {
  if (kind === 'gap') return []
  const { trainedWith, examples, needs, seed, metrics } = manifest as unknown as ModelManifest
  const { accuracy, ece } = metrics
  return [
    `Trained by ${trainedWith} on ${examples} examples of ${needs} needs, seed ${seed}`,
    `On held-out examples: ${percent(accuracy)} read right, calibration error ${percent(ece)}`,
  ]
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function indented(line: string): string {
  return `  ${line}`
}
