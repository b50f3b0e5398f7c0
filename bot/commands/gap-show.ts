import { Command } from 'commander'
import { LANGUAGES, type Language } from '../../domain/index.ts'
import { GAP_FEATURES, type GapLanguage, type GapModel, type TrainedGapModel } from '../../nlp/index.ts'
import type { ModelRecord } from '../../store/index.ts'
import { readConfig } from '../config.ts'
import { type GapTry, gapTryOf } from '../learning/index.ts'
import { gapModelOf, PRIOR_GAP_MODEL } from '../models/index.ts'
import { gapReasonText } from './gap-reason-text.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'

/** What `--json` prints. */
interface Shown {
  id: string
  model: GapModel
  /** What the model in force was learnt from; absent for the prior. */
  learnt?: GapTry
  /** Every challenger there was, the latest first. */
  tries: (GapTry & { id: string; status: ModelRecord['status'] })[]
}

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', zh: 'Chinese' }

/** `candor gap show`: the gap model in force, its coefficients and figures, and every challenger with the gate's reasons. */
export function gapShowCommand(): Command {
  return new Command('show')
    .description('the gap model in force: whose weights, how good, and what the gate said of each challenger')
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: { data: string; json?: true }) => {
      const store = await openExistingStore(readConfig(process.env).database, options.data)
      try {
        const champion = await store.gapModels.champion()
        const tries = (await store.gapModels.list()).map((one) => ({
          id: one.id,
          status: one.status,
          ...gapTryOf(one),
        }))
        const shown: Shown = champion
          ? { id: champion.id, model: gapModelOf(champion.bytes), learnt: gapTryOf(champion), tries }
          : { ...PRIOR_GAP_MODEL, tries }
        console.log(options.json ? JSON.stringify(shown) : asText(shown))
      } finally {
        await store.close()
      }
    })
}

function asText({ id, model, learnt, tries }: Shown): string {
  const head =
    model.kind === 'prior' || !learnt
      ? ['prior: weights set by hand']
      : [`${id}: trained on ${learnt.outcomes.known} outcomes (${learnt.outcomes.missing} missing)`]
  const table = model.kind === 'prior' ? priorTable(model) : [...coefficients(model), '', ...figures(model)]
  return [...head, '', ...table, '', ...history(tries)].join('\n')
}

function priorTable(model: Extract<GapModel, { kind: 'prior' }>): string[] {
  const signs = Object.entries(model.chances).map(([sign, chance]) => row(sign, chance.toFixed(2)))
  return [row('sign', 'chance'), ...signs, row('left of it when accepted', model.acceptedKeeps.toFixed(2))]
}

/** Log-odds per unit of each feature, so that 0.69 doubles the odds of an unmet need. */
function coefficients({ languages }: TrainedGapModel): string[] {
  const inEach = (name: string, of: (language: GapLanguage) => number) =>
    row(name, ...LANGUAGES.map((language) => of(languages[language]).toFixed(2)))
  return [
    row('log-odds of an unmet need', ...LANGUAGES.map((language) => LANGUAGE_NAMES[language])),
    inEach('where nothing is seen', ({ intercept }) => intercept),
    ...GAP_FEATURES.map((feature) => inEach(`  ${feature}`, (language) => language.coefficients[feature])),
    row('weights of its own', ...LANGUAGES.map((language) => (languages[language].own ? 'yes' : 'common'))),
  ]
}

function figures({ languages, folds }: TrainedGapModel): string[] {
  const inEach = (name: string, of: (metrics: NonNullable<GapLanguage['metrics']>) => string) =>
    row(name, ...LANGUAGES.map((language) => (languages[language].metrics ? of(languages[language].metrics) : '-')))
  return [
    row(`cross-validated, ${folds} folds`, ...LANGUAGES.map((language) => LANGUAGE_NAMES[language])),
    row('conversations', ...LANGUAGES.map((language) => String(languages[language].outcomes))),
    inEach('turns', ({ n }) => String(n)),
    inEach('mean squared error', ({ mse }) => mse.toFixed(3)),
    inEach('AUROC', ({ auroc }) => (auroc === null ? '-' : auroc.toFixed(3))),
    inEach('Brier score', ({ brier }) => brier.toFixed(3)),
    inEach('calibration error (ECE)', ({ ece }) => `${(100 * ece).toFixed(1)} %`),
  ]
}

function history(tries: Shown['tries']): string[] {
  if (tries.length === 0) return ['No challenger has been tried yet.']
  return tries.flatMap(({ id, triedAt, status, outcomes, against, attempt, verdict }) => [
    `${new Date(triedAt).toISOString().slice(0, 16)}  ${id}  ${verdict.promote ? 'promoted' : 'kept back'}${status === 'champion' ? ', in force' : ''}`,
    `  ${outcomes.known} outcomes, ${outcomes.missing} missing; challenger ${attempt} of ${against}`,
    ...verdict.reasons.map((reason) => `  ${gapReasonText(reason)}`),
  ])
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(28) + cells.map((cell) => cell.padStart(10)).join('')
}
