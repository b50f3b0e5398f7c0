import type { ClockTime, PromiseDeadline } from './deadline.ts'

/** A time named in a text: where it stands in the plain form, and what it means as a deadline. */
export interface NamedTime {
  start: number
  end: number
  deadline: Exclude<PromiseDeadline, { kind: 'none' }>
}

/** Parts of a day end at these hours, where nothing more exact was said. */
export const PART_ENDS = { morning: 12, noon: 12, afternoon: 18, evening: 21 } as const
export type DayPart = keyof typeof PART_ENDS

/**
 * The time that a clock shows. Without a word for the part of the day an hour of 1 to 7 is taken for one of the afternoon:
 * service is not promised for the night.
 * @returns undefined where no clock shows it
 */
export function clockTime(hour: number, minute = 0, part?: DayPart | 'am' | 'pm'): ClockTime | undefined {
  if (!(hour >= 0 && hour < 24 && minute >= 0 && minute < 60)) return undefined
  return { hour: hourOfDay(hour, part), minute }
}

function hourOfDay(hour: number, part: DayPart | 'am' | 'pm' | undefined): number {
  if (hour > 12 || hour === 0) return hour
  if (part === 'am' || part === 'morning') return hour === 12 && part === 'am' ? 0 : hour
  const isLate = part === 'pm' || part === 'afternoon' || part === 'evening' || (part === 'noon' && hour < 3)
  return hour < 12 && (isLate || (part === undefined && hour < 8)) ? hour + 12 : hour
}

/** All times that a pattern finds and `read` understands. */
export function timesOf(
  text: string,
  pattern: RegExp,
  read: (groups: Record<string, string | undefined>) => NamedTime['deadline'] | undefined,
): NamedTime[] {
  const found: NamedTime[] = []
  for (const match of text.matchAll(pattern)) {
    const deadline = read(match.groups ?? {})
    if (deadline) found.push({ start: match.index, end: match.index + match[0].length, deadline })
  }
  return found
}

/** In order; of times that overlap the first named stays, then the longest. */
export function withoutOverlaps(times: readonly NamedTime[]): NamedTime[] {
  const kept: NamedTime[] = []
  for (const time of times.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (time.start >= (kept.at(-1)?.end ?? 0)) kept.push(time)
  return kept
}
