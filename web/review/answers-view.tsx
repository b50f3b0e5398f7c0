import { useCallback, useEffect, useState } from 'preact/hooks'
import type { AnswerProposals } from '../../bot/http/api.ts'
import type { ApiProblem } from '../shared/api-client.ts'
import type { Shown } from '../shared/managers-page.tsx'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import { AnswerCard } from './answer-card.tsx'
import type { ReviewWords } from './words/en.ts'

/** What agents answer often where the pack has no answer or a badly rated one. */
export function AnswersView(props: Shown<ReviewWords>) {
  const { api, onProblem, language, words } = props
  const [found, setFound] = useState<AnswerProposals>()
  const [problem, setProblem] = useState<ApiProblem>()
  const load = useCallback(async () => {
    const result = await api.get<AnswerProposals>('/api/review/answers')
    if (result.ok) {
      setProblem(undefined)
      return setFound(result.value)
    }
    setProblem(result.problem)
    onProblem(result.problem)
  }, [api, onProblem])
  useEffect(() => void load(), [load])

  return (
    <>
      <p>{words.answersLead}</p>
      <div role="status">
        {problem && <p class="problem">{problemWords(problem, language)}</p>}
        {!found && !problem && <p class="note">{sharedWords[language].loading}</p>}
      </div>
      {found && !found.writable && <p class="told">{words.readOnlyAnswers}</p>}
      {found?.proposals.length === 0 && <p class="panel">{words.noAnswerProposals}</p>}
      <ol class="answers">
        {found?.proposals.map((proposal) => (
          <AnswerCard
            key={`${proposal.need} ${proposal.language}`}
            {...props}
            proposal={proposal}
            writable={found.writable}
            onChangedMeanwhile={load}
          />
        ))}
      </ol>
      {(found || problem) && (
        <p>
          <button type="button" class="button" onClick={() => void load()}>
            {problem ? sharedWords[language].tryAgain : words.again}
          </button>
        </p>
      )}
    </>
  )
}
