import { Command, Option } from 'commander'
import { CHANNELS, type Channel, type KnowledgePack, systemClock } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { readConfig } from '../config.ts'
import { loadPack } from '../knowledge/index.ts'
import { loadPolicy, type Policy } from '../policy/index.ts'
import { type ReportQuery, reportRange } from '../report/days.ts'
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

/** What a report is made from. `now`: epoch milliseconds. */
export interface ReportSources {
  store: Store
  pack: KnowledgePack
  policy: Policy
  query: ReportQuery
  now: number
}

/** A command that prints a report over a range of days, for all channels or one: as text, or as JSON. */
export function reportOverDays<Report>(
  description: string,
  build: (sources: ReportSources) => Promise<Report>,
  asText: (report: Report) => string,
): Command {
  return new Command('report')
    .description(description)
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
        const report = await build({ store, pack, policy, query, now })
        console.log(options.json ? JSON.stringify(report) : asText(report))
      } finally {
        await store.close()
      }
    })
}
