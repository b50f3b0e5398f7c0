import { useState } from 'preact/hooks'
import type { ApiClient, ApiProblem } from './api-client.ts'
import { dayAt, type RangeChoice, rangeOf } from './range.ts'
import { useReport } from './use-report.ts'

/** What every report says of its days. `timeZone`: the one they begin and end in, where it is said. */
export interface RangedReport {
  from: string
  to: string
  timeZone?: string
}

/** A report over a range of days and a channel, with what the filters above it need. */
export function useRangedReport<Report extends RangedReport>(
  api: ApiClient,
  { path, ...when }: { path: string; everyMs?: number },
  onProblem: (problem: ApiProblem) => void,
) {
  const [choice, onChoice] = useState<RangeChoice>({ kind: 'preset', days: 30 })
  const [channel, onChannel] = useState('')
  // The company's time zone is known with the first answer; until then the browser's is the best guess.
  const [timeZone, setTimeZone] = useState<string>()
  const today = dayAt(Date.now(), timeZone)
  const range = rangeOf(choice, today)
  const query = range && new URLSearchParams({ from: range.from, to: range.to, ...(channel !== '' && { channel }) })
  const shown = useReport<Report>(api, query && `${path}?${query}`, onProblem, when)
  const told = shown.report?.timeZone
  if (told !== undefined && told !== timeZone) setTimeZone(told)
  return { ...shown, range, filters: { choice, range, today, channel, onChoice, onChannel } }
}
