import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Assurance, CheckedMessage, Meant, NextCheck } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'

/** A verdict with what the bot had made of the message. */
export interface Judged {
  meant: Meant
  bot: CheckedMessage
}

export interface CheckControl {
  assurance: Assurance | undefined
  next: NextCheck | undefined
  /** Present from the verdict until the next message is asked for. */
  judged: Judged | undefined
  problem: ApiProblem | undefined
  judge(meant: Meant): Promise<void>
  goOn(): Promise<void>
}

/** The state of the promise and one random message after the other. */
export function useCheck(api: ApiClient, onProblem: (problem: ApiProblem) => void): CheckControl {
  const [assurance, setAssurance] = useState<Assurance>()
  const [next, setNext] = useState<NextCheck>()
  const [judged, setJudged] = useState<Judged>()
  const [problem, setProblem] = useState<ApiProblem>()

  const fail = useCallback(
    (found: ApiProblem) => {
      setProblem(found)
      onProblem(found)
    },
    [onProblem],
  )
  const loadAssurance = useCallback(async () => {
    const result = await api.get<Assurance>('/api/assurance')
    if (result.ok) setAssurance(result.value)
    else fail(result.problem)
  }, [api, fail])
  const loadNext = useCallback(async () => {
    const result = await api.get<NextCheck>('/api/checks/next')
    if (!result.ok) return fail(result.problem)
    setJudged(undefined)
    setNext(result.value)
  }, [api, fail])

  useEffect(() => {
    void loadAssurance()
    void loadNext()
  }, [loadAssurance, loadNext])

  return {
    assurance,
    next,
    judged,
    problem,
    async judge(meant) {
      if (next?.kind !== 'check') return
      const { conversationId, seq } = next
      const result = await api.post<CheckedMessage>('/api/checks', { conversationId, seq, meant })
      if (result.ok) {
        setProblem(undefined)
        setJudged({ meant, bot: result.value })
        return loadAssurance()
      }
      fail(result.problem)
      if (result.problem.code === 'CHECK_TAKEN' || result.problem.code === 'CHECK_UNKNOWN') await loadNext()
    },
    async goOn() {
      setProblem(undefined)
      await loadNext()
    },
  }
}
