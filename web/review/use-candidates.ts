import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { CandidateAct, CandidatePage, CandidateView } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import {
  actBackTo,
  type CandidateFilter,
  expectedAfter,
  type PendingAct,
  withCandidate,
  withPending,
} from './candidate-list.ts'

/** The most that the server sends at once. */
const FULL_PAGE = 100
/** More are asked for when so few are left of a full page. */
const FEW = 20

/** An act that the server refused, or that never reached it. */
export interface RefusedAct extends PendingAct {
  problem: ApiProblem
}

export interface Candidates {
  /** With the acts that are on their way; undefined until the list that is asked for has come. */
  page: CandidatePage | undefined
  /** The same, or the list before it while another is asked for: its counts hold all the time. */
  latest: CandidatePage | undefined
  isSaving: boolean
  /** Why the list could not be read. */
  problem: ApiProblem | undefined
  /** The newest act that failed; it has been taken back in the list. */
  refused: RefusedAct | undefined
  act(before: CandidateView, act: CandidateAct): void
  /** How many acts of this visit can be taken back. */
  undoable: number
  /** Takes back the last act. @returns the message it was about */
  undoLast(): CandidateView | undefined
  reload(): void
}

/**
 * The messages to review. An act shows at once and is sent in the order given, one after the other, so that an undo finds
 * what it undoes; one that is refused is taken back in sight and told.
 */
export function useCandidates(
  api: ApiClient,
  filter: CandidateFilter,
  onProblem: (problem: ApiProblem) => void,
): Candidates {
  const [read, setRead] = useState<{ page: CandidatePage; filter: CandidateFilter; isFull: boolean }>()
  const [pending, setPending] = useState<PendingAct[]>([])
  const [done, setDone] = useState<PendingAct[]>([])
  const [problem, setProblem] = useState<ApiProblem>()
  const [refused, setRefused] = useState<RefusedAct>()
  const queue = useRef(Promise.resolve())
  // As the server has said after acts of this visit, which the view that is acted on may not hold yet.
  const versions = useRef(new Map<string, number>())
  const { state, language } = filter

  const load = useCallback(async () => {
    const query = new URLSearchParams({ state, ...(language && { language }) })
    const result = await api.get<CandidatePage>(`/api/review/candidates?${query}`)
    if (!result.ok) {
      setProblem(result.problem)
      return onProblem(result.problem)
    }
    setProblem(undefined)
    const isFull = result.value.candidates.length >= FULL_PAGE
    setRead({ page: result.value, filter: { state, ...(language && { language }) }, isFull })
  }, [api, state, language, onProblem])

  const reload = useCallback(() => {
    queue.current = queue.current.then(load)
  }, [load])
  useEffect(reload, [reload])

  const send = async (pendingAct: PendingAct) => {
    const { before, act } = pendingAct
    const version = Math.max(before.version, versions.current.get(before.id) ?? 0)
    const path = `/api/review/candidates/${encodeURIComponent(before.id)}`
    const result = await api.post<CandidateView>(path, { version, act })
    setPending((acts) => acts.filter((other) => other !== pendingAct))
    if (result.ok) {
      versions.current.set(before.id, result.value.version)
      setRead((now) => now && { ...now, page: withCandidate(now.page, now.filter, before, result.value) })
      return
    }
    setDone((acts) => acts.filter((other) => other !== pendingAct))
    setRefused({ ...pendingAct, problem: result.problem })
    onProblem(result.problem)
    if (result.problem.code === 'CANDIDATE_CHANGED' || result.problem.code === 'CANDIDATE_UNKNOWN') await load()
  }

  const isRead = read !== undefined && read.filter.state === state && read.filter.language === language
  const latest = useMemo(() => read && withPending(read.page, read.filter, pending), [read, pending])
  const page = isRead ? latest : undefined
  const runsOut = isRead && read.isFull && (page?.candidates.length ?? 0) < FEW
  useEffect(() => {
    if (runsOut) reload()
  }, [runsOut, reload])

  const start = (pendingAct: PendingAct) => {
    setRefused(undefined)
    setPending((acts) => [...acts, pendingAct])
    queue.current = queue.current.then(() => send(pendingAct))
  }

  return {
    page,
    latest,
    isSaving: pending.length > 0,
    problem,
    refused,
    act(before, act) {
      const pendingAct = { before, act }
      setDone((acts) => [...acts, pendingAct])
      start(pendingAct)
    },
    undoable: done.length,
    undoLast() {
      const last = done.at(-1)
      if (!last) return undefined
      setDone(done.slice(0, -1))
      start({ before: expectedAfter(last), act: actBackTo(last.before) })
      return last.before
    },
    reload,
  }
}
