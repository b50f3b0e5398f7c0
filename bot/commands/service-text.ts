import type { GuardVerdict, WatchedRate } from '../../nlp/index.ts'
import type { ModelService, ServiceReason } from '../../store/index.ts'

const WHY: Record<ServiceReason, string> = {
  pack: 'made of the pack',
  gate: 'promoted by the gate',
  chosen: 'chosen by a person',
  'rolled-back': 'gone back to by a person',
  guard: 'gone back to by the guard',
}

/** From when to when a model served and why, in one line; under it what the guard had found of the one before. */
export function serviceText({ from, to, reason, detail }: Omit<ModelService, 'modelId'>): string[] {
  const until = to === undefined ? 'now' : minute(to)
  const found = detail === undefined ? [] : (JSON.parse(detail) as GuardVerdict).rates
  return [`${minute(from)} to ${until}  ${WHY[reason]}`, ...found.map((rate) => `  ${rateText(rate)}`)]
}

const RATES: Record<WatchedRate['rate'], string> = {
  'handed-over': 'handed over',
  'wrong-answer': 'answer did not serve',
  'checked-wrong': 'checked and wrong',
  'not-resolved': 'need not met',
}

/** What the guard found of one rate, in one line. */
export function rateText({ rate, before, after, p, level }: WatchedRate): string {
  const said = p <= level ? 'worse' : 'not worse'
  return `${RATES[rate]}: ${said}, ${after.bad} of ${after.of} against ${before.bad} of ${before.of}, p = ${p.toPrecision(2)}, worse at ${level.toPrecision(2)}`
}

/** In UTC, to the minute. */
export function minute(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ')
}
