import { Command } from 'commander'
import { proposeTrust, RATINGS_FOR_A_FIT, ROWS_FOR_A_WEIGHT, type TrustProposal } from '../../analytics/index.ts'
import { TRUST_CAUSES, type TrustEvent } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { readConfig } from '../config.ts'
import { loadPolicy, type Policy } from '../policy/index.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'
import { packOption } from './pack-option.ts'

interface FitOptions {
  pack: string
  data: string
  json?: true
}

const CUSTOMERS_AT_ONCE = 500

/** `candor trust fit`: figures of the policy that would have foretold the ratings best. It changes nothing. */
export function trustFitCommand(): Command {
  return new Command('fit')
    .description('propose what a customer starts with, the half-life and the weights, from your own ledgers')
    .addOption(packOption())
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON object as the last line')
    .action(async ({ pack, data, json }: FitOptions) => {
      const { trust } = await loadPolicy(pack)
      const store = await openExistingStore(readConfig(process.env).database, data)
      try {
        const proposal = proposeTrust(await allLedgers(store), trust)
        console.log(json ? JSON.stringify(proposal) : trustFitText(proposal, trust))
      } finally {
        await store.close()
      }
    })
}

async function allLedgers({ customers }: Pick<Store, 'customers'>): Promise<TrustEvent[][]> {
  const all: TrustEvent[][] = []
  for (let page = await customers.ledgers(CUSTOMERS_AT_ONCE); page.length > 0; ) {
    all.push(...page.map(({ ledger }) => ledger))
    page = await customers.ledgers(CUSTOMERS_AT_ONCE, page.at(-1)?.customerId)
  }
  return all
}

/** The proposal for people, the figures as they would stand in policy.yaml. */
export function trustFitText(proposal: TrustProposal, inForce: Policy['trust']): string {
  const counted = `${proposal.customers} customers with a ledger, ${proposal.ratings} ratings`
  if (proposal.kind === 'too-little')
    return `${counted}\n${WHY_TOO_LITTLE[proposal.because]} Keep the figures you have.`
  const { before, after, policy, rows, better, spread } = proposal
  const weights = TRUST_CAUSES.map((cause) => {
    const n = rows[cause] ?? 0
    const kept = n < ROWS_FOR_A_WEIGHT ? ', too few: in proportion to the others' : ''
    return `    ${cause}: ${figure(policy.weights[cause])}  # was ${figure(inForce.weights[cause])}; ${n} rows${kept}`
  })
  return [
    counted,
    `One half of the customers foretold with figures fitted to the other half, ${before.n} ratings:`,
    `  log score per rating  ${before.logScore.toFixed(4)} with your figures, ${after.logScore.toFixed(4)} with fitted ones (more is better)`,
    `  off by (rms, 0..1)    ${before.rmse.toFixed(4)} and ${after.rmse.toFixed(4)}; single ratings stray by ${spread.toFixed(4)} in any case`,
    better
      ? 'Better on customers they were not fitted to. To try them, write into policy.yaml of your pack:'
      : 'Not better on customers they were not fitted to: keep the figures you have. For the record:',
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
