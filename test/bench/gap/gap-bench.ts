import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { CandorError } from '../../../domain/index.ts'
import type { GapMetrics, TrainedGapModel } from '../../../nlp/gap/model/gap-model.ts'
import { signFlipTest } from '../../../nlp/gate/sign-flip-test.ts'
import { compareGapModels, GAP_FEATURES, type GapVerdict, PRIOR_GAP, trainGapModel } from '../../../nlp/index.ts'
import { type DataSet, explainMissingData, findDataSets } from '../nlu/data-sets.ts'
import { trainMind } from './bench-mind.ts'
import {
  ESTIMATES,
  type EstimateName,
  type Judged,
  judgeEstimates,
  type KnownGapCase,
  metricsByEstimate,
} from './estimates.ts'
import { casesOfMessages } from './real-messages.ts'
import { simulateConversations } from './simulated-customers.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const SEED = 1
/** A large set with clear topics, and a small one as a company really has it. */
const CHOSEN = ['clinc150', 'hint3-sofmattress']

export function gapBenchCommand(): Command {
  return new Command('gap')
    .description('the information gap: what the parts add to the wording alone, on labelled messages')
    .option('--json', 'print one JSON object as the last line')
    .action(async ({ json }: { json?: true }) => {
      try {
        await runGapBench(json ?? false)
      } catch (error) {
        if (!(error instanceof CandorError)) throw error
        console.error(error.message)
        process.exitCode = 1
      }
    })
}

interface Part {
  dataSet: string
  what: 'real messages' | 'simulated conversations'
  conversations: number
  turns: number
  /** Share of the turns whose need is or stays unmet, 0..1. */
  unmet: number
  estimates: Record<EstimateName, GapMetrics | null>
  /** One-sided p of parts and text against text only, both trained, by Brier score. */
  partsAdd: number
  /** Of the trained regression against the prior. */
  gate: GapVerdict
  coefficients: TrainedGapModel['languages']['en']['coefficients'] | null
}

async function runGapBench(json: boolean): Promise<void> {
  const folder = process.env.BENCH_DATA ?? join(ROOT, '..', 'shared', 'bench-data')
  const sets = findDataSets(folder).filter(({ key }) => CHOSEN.includes(key))
  if (sets.length === 0) {
    console.error(explainMissingData(folder))
    process.exitCode = 1
    return
  }
  const parts: Part[] = []
  for (const set of sets) {
    const trained = await trainMind(folder, set, SEED)
    parts.push(measure(set, 'real messages', casesOfMessages(trained)))
    parts.push(measure(set, 'simulated conversations', simulateConversations(trained, SEED)))
  }
  console.log(parts.map(describePart).join('\n\n'))
  console.log(`\n${LEGEND}`)
  if (json) console.log(JSON.stringify({ seed: SEED, parts }))
}

function measure(set: DataSet, what: Part['what'], cases: KnownGapCase[]): Part {
  const judged = judgeEstimates(cases, SEED)
  const training = trainGapModel(cases, { seed: SEED, now: 0 })
  return {
    dataSet: set.title,
    what,
    conversations: new Set(cases.map(({ conversationId }) => conversationId)).size,
    turns: cases.length,
    unmet: cases.reduce((sum, { unmet }) => sum + unmet, 0) / Math.max(1, cases.length),
    estimates: metricsByEstimate(judged),
    partsAdd: signFlipTest(gains(judged), SEED),
    gate: compareGapModels(PRIOR_GAP, judged['parts and text, trained'], { seed: SEED }),
    coefficients: training.kind === 'trained' ? training.model.languages.en.coefficients : null,
  }
}

/** Squared error that the parts save beside the text, per conversation. */
function gains(judged: Judged): number[] {
  const saved = new Map<string, number>()
  const text = judged['text only, trained']
  for (const [i, both] of judged['parts and text, trained'].entries()) {
    const before = text[i]
    if (!before) continue
    const gain = (before.estimated - before.unmet) ** 2 - (both.estimated - both.unmet) ** 2
    saved.set(both.conversationId, (saved.get(both.conversationId) ?? 0) + gain)
  }
  return [...saved.values()]
}

function describePart(part: Part): string {
  const rows = ESTIMATES.map((name) => {
    const metrics = part.estimates[name]
    return metrics
      ? `| ${name} | ${metrics.auroc?.toFixed(3) ?? '-'} | ${metrics.brier.toFixed(3)} | ${(100 * metrics.ece).toFixed(1)} % |`
      : `| ${name} | too few outcomes | | |`
  })
  const { coefficients } = part
  const weights = GAP_FEATURES.flatMap((feature) => {
    const weight = coefficients?.[feature] ?? 0
    return Math.abs(weight) >= 0.05 ? `${feature} ${weight > 0 ? '+' : ''}${weight.toFixed(2)}` : []
  })
  return [
    `${part.dataSet}, ${part.what}: ${part.conversations} conversations, ${part.turns} turns, ${(100 * part.unmet).toFixed(0)} % unmet`,
    '',
    '| estimate | AUROC | Brier | ECE |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `Parts beside the text, both trained: p = ${part.partsAdd.toFixed(4)}. Regression against prior: ${part.gate.promote ? 'promoted' : 'not promoted'} (${part.gate.reasons.map(({ code }) => code).join(', ')}).`,
    `Log-odds per unit: ${weights.join(', ')}.`,
  ].join('\n')
}

const LEGEND = [
  `Seed ${SEED}. Trained estimates are cross-validated by conversation (5 folds). p: sign-flip permutation test on squared errors, by conversation, one-sided; 0.0005 is the least that 2,000 flips can give.`,
  'Real messages: people wrote them; the bot is trained on the training split. Unmet: the need it believes in is not the labelled one. Nothing is simulated.',
  'Simulated conversations: the topics are real messages (one conversation begins with each; rephrasings recur), the bot decides by its own turn. Simulated: what a customer does next (rephrase with another real message, refuse, leave, give up, ask for a person, thank), with chances and reactions worded by us. Unmet: the bot never answered the need; an escalation counts as unmet by the bot.',
  'So these conversations show whether the estimate finds what was put into them. They do not tell how often real customers refuse or leave.',
].join('\n')
