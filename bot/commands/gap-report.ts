import type { Command } from 'commander'
import { systemClock } from '../../domain/index.ts'
import type { GapReport, LargestGap, Rate } from '../http/api.ts'
import { buildGapReport } from '../report/gap-report.ts'
import { groupInWorker } from '../report/group-in-worker.ts'
import { reportOverDays } from './report-over-days.ts'

/** `candor gap report`: the figures of the page /gap on the terminal. */
export function gapReportCommand(): Command {
  return reportOverDays(
    'where the gap is: by need, by answer and by week, what it costs and what would close it',
    ({ store, pack, policy, query }) => buildGapReport(store, pack, policy, groupInWorker(systemClock), query),
    asText,
  )
}

function asText(report: GapReport): string {
  const { from, to, timeZone, channel, total, uncovered } = report
  const heading = `${from} to ${to} (${timeZone}), ${channel ?? 'all channels'}`
  if (total.turns === 0) return `${heading}\nno messages that the bot decided about`
  return [
    heading,
    `mean gap ${share(total.gap)} over ${total.turns} messages in ${total.conversations} conversations; large: ${rate(total.large)}`,
    ...(total.notKept > 0
      ? [
          `${total.notKept} of these messages are of a version that did not keep what they were about: they are in no list below`,
        ]
      : []),
    '',
    'Where the gap is largest, by what it costs',
    ...(report.largest.length === 0
      ? ['  nothing that could be named has cost anything']
      : report.largest.flatMap(entry)),
    `${uncovered.messages} messages that no need covers, ${uncovered.grouped} of them in groups${
      uncovered.newestOnly ? '; there were more, only the newest were looked at' : ''
    }`,
    `about no need that anybody could name: ${report.unplaced.handovers} handovers, ${report.unplaced.dissatisfied} dissatisfied`,
    '',
    table(
      ['By week', 'messages', 'gap', 'understanding', 'details', 'answer'],
      report.weeks.map(({ week, turns, gap, parts }) => [
        week,
        String(turns),
        ...[gap, parts.understanding, parts.detail, parts.answer].map(share),
      ]),
    ),
    '',
    table(
      ['By need', 'messages', 'gap', 'large', 'lists', 'handovers', 'dissatisfied'],
      report.needs.map((row) => [
        row.need,
        String(row.turns),
        share(row.gap),
        counts(row.large),
        String(row.clarifications),
        String(row.handovers),
        counts(row.dissatisfied),
      ]),
    ),
    '',
    table(
      ['By answer', 'given', 'gap after', 'did not serve', 'refused', 'asked again'],
      report.answers.map((row) => [
        `${row.need}${row.draft ? ' (draft)' : ''}`,
        String(row.answers),
        share(row.gapAfter),
        counts(row.missed),
        String(row.refused),
        String(row.repeated),
      ]),
    ),
  ].join('\n')
}

function entry(gap: LargestGap, index: number): string[] {
  const { about } = gap
  const name =
    about.kind === 'need' ? about.need : `not covered (${about.language}): "${about.name || 'no common word'}"`
  const losses = `${gap.messages} messages, ${gap.handovers} handovers, ${gap.dissatisfied} dissatisfied, about ${gap.unmet.toFixed(1)} left unmet`
  const closing = gap.remedies.map((remedy) => {
    const what = remedy.kind === 'confusable-needs' ? `${remedy.kind} with ${remedy.other}` : remedy.kind
    const draft = remedy.kind === 'missing-answer' && remedy.draft ? ' (a draft)' : ''
    return `     ${what}${draft}: ${rate(remedy.evidence)}`
  })
  return [
    `  ${index + 1}. ${name}: cost ${gap.cost.toFixed(1)}, ${share(gap.share)} of all`,
    `     ${losses}`,
    ...(gap.enough ? closing : ['     too few to tell what would close it']),
  ]
}

/** Every column as wide as its longest cell; nothing but the heads where there are no rows. */
function table(heads: string[], rows: string[][]): string {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)) + 2)
  return [heads, ...rows]
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('')
        .trimEnd(),
    )
    .join('\n')
}

function share(value: number | null): string {
  return value === null ? '-' : `${(value * 100).toFixed(0)} %`
}

function counts({ numerator, denominator }: Rate): string {
  return denominator === 0 ? '-' : `${numerator} of ${denominator}`
}

function rate(given: Rate): string {
  if (given.value === null) return 'nothing counted'
  return `${counts(given)} (${share(given.value)}; 95 %: ${share(given.low)} to ${share(given.high)})`
}
