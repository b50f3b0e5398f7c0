export const PRESET_DAYS = [1, 7, 30, 90] as const
export type PresetDays = (typeof PRESET_DAYS)[number]

/** Both days inclusive, `YYYY-MM-DD`. */
export interface Range {
  from: string
  to: string
}

export type RangeChoice = { kind: 'preset'; days: PresetDays } | ({ kind: 'custom' } & Range)

/** The day that `at` (epoch ms) falls on, in an IANA time zone or, without one, in the browser's. */
export function dayAt(at: number, timeZone: string | undefined): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', ...(timeZone && { timeZone }) }).format(at)
}

/** The last `days` days, today among them. */
export function lastDays(days: number, today: string): Range {
  const from = new Date(`${today}T00:00:00Z`)
  from.setUTCDate(from.getUTCDate() - (days - 1))
  return { from: from.toISOString().slice(0, 10), to: today }
}

/** Undefined while the choice makes no sense: a day is missing, or the start lies after the end. */
export function rangeOf(choice: RangeChoice, today: string): Range | undefined {
  if (choice.kind === 'preset') return lastDays(choice.days, today)
  const { from, to } = choice
  return from !== '' && to !== '' && from <= to ? { from, to } : undefined
}
