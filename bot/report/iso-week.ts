import type { DateTime } from 'luxon'

/** The week that a moment lies in, by the calendar of its time zone: ISO 8601, e.g. `2026-W47`; its year may be another than the day's. */
export function isoWeek(at: DateTime): string {
  return at.toFormat("kkkk-'W'WW")
}
