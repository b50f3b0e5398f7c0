import { Command } from 'commander'
import { proposeTrust, RATINGS_FOR_A_FIT, ROWS_FOR_A_WEIGHT, type TrustProposal } from '../../analytics/index.ts'
import { TRUST_CAUSES } from '../../domain/index.ts'
import { SIGNIFICANT } from '../../nlp/index.ts'
import { readConfig } from '../config.ts'
import { judgeTrust, policyInForce, readLedgers } from '../learning/index.ts'
import { loadPolicy, type Policy } from '../policy/index.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'
import { packOption } from './pack-option.ts'

interface FitOptions {
  pack: string
  data: string
  json?: true
}

/** `candor trust fit`: figures of the policy that would have foretold the ratings best. It changes nothing. */
export function trustFitCommand(): Command {
  return new Command('fit')
    .description('propose what a customer starts with, the half-life and the weights, from your own ledgers')
    .addOption(packOption())
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON object as the last line')
    .action(async ({ pack, data, json }: FitOptions) => {
      const written = await loadPolicy(pack)
      const store = await openExistingStore(readConfig(process.env).database, data)
      try {
        const { trust } = await policyInForce(store, written)
        const proposal = proposeTrust(await readLedgers(store, Number.POSITIVE_INFINITY), trust)
        console.log(json ? JSON.stringify(asJson(proposal)) : trustFitText(proposal, trust))
      } finally {
        await store.close()
      }
    })
}

/** With the verdict instead of each customer that it rests on. */
function asJson(proposal: TrustProposal): object {
  if (proposal.kind === 'too-little') return proposal
  const { heldOut, ...told } = proposal
  const { code, p } = judgeTrust(proposal, SIGNIFICANT)
  return { ...told, better: code === 'better', p }
}

/** The proposal for people, the figures as they would stand in policy.yaml. */
export function trustFitText(proposal: TrustProposal, inForce: Policy['trust']): string {
  const counted = `${proposal.customers} customers with a ledger, ${proposal.ratings} ratings`
  if (proposal.kind === 'too-little')
    return `${counted}\n${WHY_TOO_LITTLE[proposal.because]} Keep the figures you have.`
  const { before, after, gain, policy, rows, spread } = proposal
  const { code, customers, p } = judgeTrust(proposal, SIGNIFICANT)
  const weights = TRUST_CAUSES.map((cause) => {
    const n = rows[cause] ?? 0
    const kept = n < ROWS_FOR_A_WEIGHT ? ', too few: in proportion to the others' : ''
    return `    ${cause}: ${figure(policy.weights[cause])}  # was ${figure(inForce.weights[cause])}; ${n} rows${kept}`
  })
  return [
    counted,
    `Each half of the customers foretold with figures fitted to the other half, ${before.n} ratings of ${customers}:`,
    `  log score per rating  ${before.logScore.toFixed(4)} with your figures, ${after.logScore.toFixed(4)} with fitted ones (more is better)`,
    `  gained by it          ${gain.value.toFixed(4)} (95 %: ${gain.low.toFixed(4)} to ${gain.high.toFixed(4)}), p = ${p.toPrecision(2)}`,
    `  off by (rms, 0..1)    ${before.rmse.toFixed(4)} and ${after.rmse.toFixed(4)}; single ratings stray by ${spread.toFixed(4)} in any case`,
    code === 'better'
      ? 'Better on customers they were not fitted to. Managers find them on /trust#fit; or write into policy.yaml of your pack:'
      : 'Not shown to be better on customers they were not fitted to: keep the figures you have. For the record:',
    '',
    'trust:',
    `  prior: { gain: ${figure(policy.prior.gain)}, loss: ${figure(policy.prior.loss)} }  # was ${figure(inForce.prior.gain)}, ${figure(inForce.prior.loss)}`,
    `  halfLifeDays: ${figure(policy.halfLifeDays)}  # was ${figure(inForce.halfLifeDays)}`,
    `  mostObservations: ${figure(policy.mostObservations)}  # was ${figure(inForce.mostObservations)}`,
    '  weights:',
    ...weights,
    '',
    'Weights count for what happens from then on: rows that are in the ledgers keep theirs.',
  ].join('\n')
}

const WHY_TOO_LITTLE = {
  ratings: `Too few ratings to fit figures to and to check them: at least ${RATINGS_FOR_A_FIT} from each half of the customers.`,
  'repeated-ratings':
    'Too few customers have rated twice within a month: how far single ratings stray cannot be told from how far trust moves.',
} as const

function figure(value: number): string {
  return String(Number(value.toPrecision(3)))
}
