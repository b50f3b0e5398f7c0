import { Command, Option } from 'commander'
import { CHANNELS, type Channel, systemClock } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import type { Dashboard, Rate } from '../http/api.ts'
import { loadPack } from '../knowledge/index.ts'
import { loadPolicy } from '../policy/index.ts'
import { buildDashboard } from '../report/dashboard.ts'
import { reportRange } from '../report/days.ts'
import { DEFAULT_DATA_DIR, openExistingStore } from './open-store.ts'
import { packOption } from './pack-option.ts'

interface ReportOptions {
  pack: string
  data: string
  from?: string
  to?: string
  channel?: Channel
  json?: true
}

/** `candor report`: the manager's figures on the terminal. */
export function reportCommand(): Command {
  return new Command('report')
    .description('satisfaction, containment, gap and trust over a range of days')
    .option('--from <day>', 'first day, YYYY-MM-DD; default: 29 days before the last')
    .option('--to <day>', 'last day, YYYY-MM-DD; default: today, in the time zone of the pack')
    .addOption(new Option('--channel <channel>', 'only this channel').choices([...CHANNELS]))
    .addOption(packOption())
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: ReportOptions) => {
      const pack = await loadPack(options.pack)
      const policy = await loadPolicy(options.pack)
      const store = await openExistingStore(readConfig(process.env).database, options.data)
      try {
        const now = systemClock.now()
        const range = reportRange(options, now, pack.timeZone)
        const query = { ...range, ...(options.channel && { channel: options.channel }) }
        const dashboard = await buildDashboard(store, pack, policy, query, now)
        console.log(options.json ? JSON.stringify(dashboard) : asText(dashboard))
      } finally {
        await store.close()
      }
    })
}

function asText(dashboard: Dashboard): string {
  const { from, to, timeZone, channel, total, escalationReasons, outcomes, gapModel } = dashboard
  const rows: [string, string][] = [
    ['conversations', String(total.conversations)],
    ['containment', rate(total.containment)],
    ['escalations', String(total.escalations)],
    ['CSAT (4 or 5)', rate(total.csat)],
    ['response rate', rate(total.responseRate)],
    ['said resolved', rate(total.saidResolved)],
    ['mean gap', total.gap === null ? 'no data yet' : total.gap.toFixed(3)],
    [
      'gap estimated by',
      gapModel.kind === 'prior' ? 'weights set by hand' : `learnt from ${gapModel.outcomes} outcomes`,
    ],
    ['outcomes known', String(Object.values(outcomes.known).reduce((sum, count) => sum + count, 0))],
    ...Object.entries(outcomes.known).map(([source, count]): [string, string] => [`  ${source}`, String(count)]),
    ['outcomes missing', `${outcomes.missing} (and ${outcomes.pending} too recent to tell, ${outcomes.excluded} spam)`],
    ['mean trust', total.trust === null ? 'no data yet' : total.trust.toFixed(3)],
    ...escalationReasons.map(({ reason, count }): [string, string] => [`  ${reason}`, String(count)]),
  ]
  const lines = rows.map(([name, value]) => `${name.padEnd(26)}${value}`)
  return [`${from} to ${to} (${timeZone}), ${channel ?? 'all channels'}`, ...lines].join('\n')
}

function rate({ value, numerator, denominator, low, high }: Rate): string {
  if (value === null) return 'no data yet'
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return `${percent(value)}  (${numerator} of ${denominator}; 95 %: ${percent(low)} to ${percent(high)})`
}
