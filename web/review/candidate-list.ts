import type { CandidateAct, CandidatePage, CandidateState, CandidateView, Language } from '../../bot/http/api.ts'

/** What the list shows. `language` absent: both. */
export interface CandidateFilter {
  state: CandidateState
  language?: Language
}

/** An act that the server has not answered yet. */
export interface PendingAct {
  /** As it was looked at. */
  before: CandidateView
  act: CandidateAct
}

const STATE_AFTER: Record<CandidateAct['kind'], CandidateState> = {
  accept: 'accepted',
  reject: 'rejected',
  undo: 'pending',
}

/** As the candidate will be; who decided and when is for the server to say. */
export function expectedAfter({ before, act }: PendingAct): CandidateView {
  const { decided: _, ...rest } = before
  return { ...rest, state: STATE_AFTER[act.kind] }
}

/** The page with the candidate as it is after an act: counted anew, in the list where it belongs there and at its place. */
export function withCandidate(
  page: CandidatePage,
  filter: CandidateFilter,
  before: CandidateView,
  after: CandidateView,
): CandidatePage {
  const counts = { ...page.counts }
  counts[before.state] -= 1
  counts[after.state] += 1
  const belongs = after.state === filter.state && (filter.language === undefined || filter.language === after.language)
  return { ...page, counts, candidates: placed(page.candidates, after, belongs) }
}

/** What is shown while acts are on their way: each as if it had come about. */
export function withPending(page: CandidatePage, filter: CandidateFilter, acts: readonly PendingAct[]): CandidatePage {
  return acts.reduce((shown, act) => withCandidate(shown, filter, act.before, expectedAfter(act)), page)
}

/** The act that brings back how a candidate stood. */
export function actBackTo({ state, decided }: CandidateView): CandidateAct {
  if (state === 'accepted' && decided?.meant) return { kind: 'accept', meant: decided.meant }
  return { kind: state === 'rejected' ? 'reject' : 'undo' }
}

/** Who comes into its place when this one leaves the list: the next, else the one before. */
export function neighbourOf(candidates: readonly CandidateView[], id: string): CandidateView | undefined {
  const at = candidates.findIndex((candidate) => candidate.id === id)
  return at < 0 ? candidates[0] : (candidates[at + 1] ?? candidates[at - 1])
}

/** One that was not in the list comes first: it is what was just done. */
function placed(candidates: readonly CandidateView[], after: CandidateView, belongs: boolean): CandidateView[] {
  if (!belongs) return candidates.filter(({ id }) => id !== after.id)
  if (!candidates.some(({ id }) => id === after.id)) return [after, ...candidates]
  return candidates.map((candidate) => (candidate.id === after.id ? after : candidate))
}
