import type { Language } from '../../bot/http/api.ts'
import { duration } from '../shared/numbers.ts'
import { useNow } from './use-now.ts'

interface TimeProps {
  language: Language
  clockOffsetMs: number
  /** Puts the length of time into a sentence. */
  children: (time: string) => string
}

/** How long something has lasted; alone renewed every second, whatever stands around it. */
export function Elapsed(props: TimeProps & { since: number }) {
  const now = useNow() + props.clockOffsetMs
  return <>{props.children(duration(now - props.since, props.language))}</>
}

/** How long there is left, or other words when there is nothing left. */
export function Remaining(props: TimeProps & { until: number; over: string }) {
  const left = props.until - useNow() - props.clockOffsetMs
  return <>{left > 0 ? props.children(duration(left + 999, props.language)) : props.over}</>
}
