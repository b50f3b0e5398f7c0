/** What every report page says. */
export const reportEn = {
  filters: 'Range and channel',
  presets: { 1: 'Today', 7: '7 days', 30: '30 days', 90: '90 days' },
  from: 'From',
  to: 'To',
  wrongRange: '“From” is after “To”. Choose an earlier start.',
  channel: 'Channel',
  allChannels: 'All channels',
  channels: { web: 'Web chat', teams: 'Teams', botframework: 'Other Bot Framework channels' },
  zone: (zone: string) => `Days begin and end in ${zone}.`,
  updated: (time: string) => `As of ${time}.`,
  figures: 'Figures',
  whatIs: (metric: string) => `What does “${metric}” mean?`,
  noData: 'no data yet',
  outOf: (numerator: string, denominator: string) => `${numerator} of ${denominator}`,
  tooFew: (counted: string) => `${counted} — too few to tell`,
  interval: (low: string, high: string) => `likely ${low} to ${high}`,
  showTable: (chart: string) => `Show “${chart}” as a table`,
  table: (title: string) => `Table: ${title}`,
  evidence: (counted: string, percent: string, interval: string) => `${counted} (${percent}, ${interval})`,
  sortBy: (column: string) => `Sort by ${column}`,
  subject: { bot: 'The bot', agent: 'People' },
  ofSubject: (what: string, subject: string) => `${what}: ${subject}`,
  again: 'Read again',
  day: 'Day',
}

export type ReportWords = typeof reportEn
