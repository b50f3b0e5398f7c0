import type { Command } from 'commander'
import type {
  BotAndAgent,
  CsatFigures,
  FormQuestions,
  QuestionFlag,
  Rate,
  SatisfactionReadings,
  SatisfactionReport,
  ScaleMean,
} from '../http/api.ts'
import { buildSatisfactionReport } from '../report/satisfaction/satisfaction-report.ts'
import { reportOverDays } from './report-over-days.ts'

/** `candor survey report`: the figures of the page /satisfaction on the terminal. */
export function surveyReportCommand(): Command {
  return reportOverDays(
    'what customers say of the bot and of people, how far it can be trusted, and whether the questions are understood',
    ({ store, pack, query, now }) => buildSatisfactionReport(store, pack, query, now),
    asText,
  )
}

const SUBJECTS = [
  ['bot', 'The bot'],
  ['agent', 'People'],
] as const

function asText(report: SatisfactionReport): string {
  const { from, to, timeZone, channel } = report
  const heading = `${from} to ${to} (${timeZone}), ${channel ?? 'all channels'}`
  if (report.sent === 0) return `${heading}\nno surveys were sent`
  return [
    heading,
    ...SUBJECTS.flatMap(([subject, name]) => [
      '',
      name,
      ...csatLines(report.csat[subject]),
      ...readingLines(report.readings[subject]),
      ...loyaltyLines(report, subject),
    ]),
    '',
    ...notAskedLines(report),
    ...groupLines('By need', report.needs),
    ...groupLines('By agent', report.agents),
    ...groupLines('By model', report.models),
    'Questions',
    ...report.questions.flatMap(questionLines),
  ].join('\n')
}

function csatLines({ satisfied, mean, response, resolved, open }: CsatFigures): string[] {
  return [
    line('satisfied (4 or 5)', rate(satisfied)),
    line('mean rating', meanOf(mean)),
    line('said resolved', rate(resolved)),
    line('answered', `${rate(response)}${open > 0 ? `; ${open} can still be` : ''}`),
  ]
}

function readingLines({ bounds, weighted }: SatisfactionReadings): string[] {
  return [
    ...(bounds ? [line('whatever the others think', `${percent(bounds.low)} to ${percent(bounds.high)}`)] : []),
    line(
      'if alike think alike',
      weighted.kind === 'known'
        ? `${percent(weighted.value)}  (95 %: ${percent(weighted.low)} to ${percent(weighted.high)}; as much as ${weighted.effectiveN.toFixed(0)} answers of equal weight)`
        : weighted.because === 'everybody-answered'
          ? 'everybody answered'
          : 'too few to tell who answers',
    ),
  ]
}

function loyaltyLines(report: SatisfactionReport, subject: keyof BotAndAgent<unknown>): string[] {
  const { nps, response } = report.nps[subject]
  const { easy, mean, response: effort } = report.ces[subject]
  const points = (value: number) => value.toFixed(0)
  return [
    ...(response.denominator > 0 && nps.value !== null
      ? [line('NPS', `${points(nps.value)}  (95 %: ${points(nps.low)} to ${points(nps.high)}; ${nps.n} answers)`)]
      : []),
    ...(effort.denominator > 0 ? [line('effort (7 is easy)', meanOf(mean)), line('easy (5 to 7)', rate(easy))] : []),
  ]
}

function notAskedLines({ notAsked }: SatisfactionReport): string[] {
  if (notAsked.length === 0) return []
  return [`Resolved and not asked: ${notAsked.map(({ reason, count }) => `${reason} ${count}`).join(', ')}`, '']
}

function groupLines(title: string, groups: SatisfactionReport['needs']): string[] {
  const of = ({ satisfied, response }: CsatFigures) => `${counts(satisfied)} satisfied, ${counts(response)} answered`
  const lines = groups.map(({ id, bot, agent }) =>
    [
      `  ${(id ?? 'not known').padEnd(24)}`,
      ...(bot.response.denominator > 0 ? [`bot ${of(bot)}`] : []),
      ...(agent.response.denominator > 0 ? [`people ${of(agent)}`] : []),
    ].join('  '),
  )
  return lines.length === 0 ? [] : [title, ...lines, '']
}

function questionLines(form: FormQuestions): string[] {
  const { reliability } = form
  return [
    `  ${form.form}: ${form.answers} answers read${form.more ? ', the newest' : ''}${
      form.otherWording > 0 ? `, ${form.otherWording} of them to an earlier wording and left out` : ''
    }${reliability ? `; alpha ${reliability.standardizedAlpha.toFixed(3)} standardised, ${reliability.alpha.toFixed(3)} raw` : ''}`,
    ...form.items.flatMap((item) => item.flags.map((flag) => `    look at "${item.name}": ${flagText(flag)}`)),
  ]
}

function flagText(flag: QuestionFlag): string {
  switch (flag.kind) {
    case 'reversed':
      return `read the other way round? Correlation with the others ${flag.with.value.toFixed(2)}`
    case 'unrelated':
      return `goes with no other. Correlation ${flag.with.value.toFixed(2)}; alpha without it ${flag.alphaWithout.toFixed(3)}`
    case 'skipped':
      return `left out by ${counts(flag.share)}`
    case 'floor':
      return `the lowest from ${counts(flag.share)}`
    case 'ceiling':
      return `the highest from ${counts(flag.share)}`
    case 'languages-differ': {
      const [first, second] = flag.languages
      const apart = flag.besideOthers ? ', beside the other questions' : '; customers may differ, or the translation'
      return `${second} against ${first}: ${flag.difference.value.toFixed(2)} standard deviations${apart}`
    }
    default:
      return flag satisfies never
  }
}

function line(name: string, value: string): string {
  return `  ${name.padEnd(28)}${value}`
}

function meanOf({ n, mean, low, high }: ScaleMean): string {
  if (mean === null) return 'no data yet'
  const interval = low === null || high === null ? '' : `95 %: ${low.toFixed(2)} to ${high.toFixed(2)}; `
  return `${mean.toFixed(2)}  (${interval}${n} answers)`
}

function rate(given: Rate): string {
  if (given.value === null) return 'no data yet'
  return `${percent(given.value)}  (${counts(given)}; 95 %: ${percent(given.low)} to ${percent(given.high)})`
}

function counts({ numerator, denominator }: Rate): string {
  return `${numerator} of ${denominator}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
