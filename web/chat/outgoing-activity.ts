import { type ApiProblem, problemFrom } from '../shared/api-client.ts'

/** What the customer says, as Direct Line takes it. */
export interface OutgoingActivity {
  type: 'message'
  text: string
  locale: string
  value?: Record<string, unknown>
  channelData: { clientActivityID: string }
}

/** What became of it. */
export type Posted = { kind: 'stored'; id: string } | { kind: 'later' } | { kind: 'refused'; problem: ApiProblem }

/** What the server refused (4xx) stays refused; all else may work later. */
export function notStored(status: number, text: string): Posted {
  const isRefused = status >= 400 && status < 500 && status !== 429
  return isRefused ? { kind: 'refused', problem: problemFrom(status, text) } : { kind: 'later' }
}
