import { Command } from 'commander'
import { epsilonOf } from '../../analytics/index.ts'
import { systemClock } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { loadPack } from '../knowledge/index.ts'
import { loadPolicy } from '../policy/index.ts'
import { type ReleasedFigures, releasedFigures } from '../transparency/index.ts'
import { dataOption, jsonOption } from './model-options.ts'
import { openExistingStore } from './open-store.ts'
import { packOption } from './pack-option.ts'
import { minute } from './service-text.ts'

/** `candor transparency …`: what the public page gives out, and what it has cost. */
export function transparencyCommand(): Command {
  const transparency = new Command('transparency').description('the public figures and their privacy budget')
  transparency
    .command('show')
    .description('what was released, what is left of each quarter’s budget, and what comes next (times in UTC)')
    .addOption(packOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ pack, data, json }: { pack: string; data: string; json?: true }) => {
      const [{ timeZone }, { publicPage: settings }] = [await loadPack(pack), await loadPolicy(pack)]
      const store = await openExistingStore(readConfig(process.env).database, data)
      try {
        const figures = await releasedFigures({ store, settings, timeZone, clock: systemClock })
        console.log(json ? JSON.stringify(figures) : asText(figures))
      } finally {
        await store.close()
      }
    })
  return transparency
}

const PLAN = {
  due: 'is due: the server releases it within a minute',
  released: 'is released',
  'too-dear': 'is not released: the budget of the quarter has not enough left',
  off: 'is not released: the policy has epsilonPerQuarter: 0',
} as const

function asText({ releases, quarters, missed, next }: ReleasedFigures): string {
  return [
    `${next.firstDay} to ${next.lastDay} (${next.period}) ${PLAN[next.plan]}. The period after it ends ${minute(next.endsAt)}.`,
    ...(missed.length > 0 ? [`Missed while no server ran, and due, one a minute: ${missed.join(', ')}.`] : []),
    ...quarters.map(
      ({ quarter, spentMicros, budgetMicros }) =>
        `${quarter}  epsilon ${epsilonOf(spentMicros)} of ${epsilonOf(budgetMicros)} spent`,
    ),
    ...releases.map(
      ({ period, at, epsilon }) =>
        `${period}  released ${minute(at)}  epsilon ${epsilon ?? 'of no spend that is known'}`,
    ),
  ].join('\n')
}
