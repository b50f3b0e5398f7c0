import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language, PolicyComparison, PolicyInForce } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import { dayAt, lastDays, type Range } from '../shared/range.ts'
import { ComparisonView } from './comparison-view.tsx'
import { PolicyEditor } from './policy-editor.tsx'
import type { WhatIfWords } from './words/en.ts'

/** What the page offers to look back on at first. */
const FIRST_DAYS = 30

export function WhatIfPage(props: {
  api: ApiClient
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: WhatIfWords
  /** What was typed; undefined until then. */
  draft: string | undefined
  onDraft: (draft: string | undefined) => void
}) {
  const { api, onProblem, language, words, draft, onDraft } = props
  const [inForce, setInForce] = useState<PolicyInForce>()
  const [range, setRange] = useState<Range>()
  const [comparison, setComparison] = useState<PolicyComparison>()
  const [problem, setProblem] = useState<ApiProblem>()
  const [isComparing, setComparing] = useState(false)
  const [tries, setTries] = useState(0)
  const resultHeading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    let wanted = true
    void api.get<PolicyInForce>('/api/policy').then((result) => {
      if (!wanted) return
      if (!result.ok) {
        setProblem(result.problem)
        return onProblem(result.problem)
      }
      setProblem(undefined)
      setInForce(result.value)
      setRange(lastDays(FIRST_DAYS, dayAt(Date.now(), result.value.timeZone)))
    })
    return () => {
      wanted = false
    }
  }, [api, onProblem, tries])
  useEffect(() => {
    if (comparison) resultHeading.current?.focus()
  }, [comparison])

  const compare = async (policy: string, { from, to }: Range) => {
    if (isComparing) return
    setComparing(true)
    setProblem(undefined)
    const result = await api.post<PolicyComparison>('/api/policy/replay', { policy, from, to })
    setComparing(false)
    if (result.ok) return setComparison(result.value)
    setProblem(result.problem)
    onProblem(result.problem)
  }

  return (
    <main class="what-if">
      <h1>{words.heading}</h1>
      <p>{words.intro}</p>
      <p class="note">{words.onlyCompares}</p>
      {inForce && range ? (
        <PolicyEditor
          words={words}
          text={draft ?? inForce.text}
          inForce={inForce.text}
          range={range}
          today={dayAt(Date.now(), inForce.timeZone)}
          isInvalid={problem?.code === 'POLICY_INVALID'}
          isComparing={isComparing}
          onText={onDraft}
          onRange={setRange}
          onCompare={() => void compare(draft ?? inForce.text, range)}
        />
      ) : (
        !problem && <p class="note">{sharedWords[language].loading}</p>
      )}
      <div role="status" id="what-if-status">
        {isComparing && <p class="note">{words.comparing}</p>}
        {problem && (
          <p class="problem">
            {whatIsWrong(problem, language, words)}{' '}
            {!inForce && (
              <button type="button" class="button" onClick={() => setTries(tries + 1)}>
                {sharedWords[language].tryAgain}
              </button>
            )}
          </p>
        )}
      </div>
      {comparison && !isComparing && (
        <section aria-labelledby="result">
          <h2 id="result" ref={resultHeading} tabIndex={-1}>
            {words.result}
          </h2>
          <ComparisonView comparison={comparison} language={language} words={words} />
        </section>
      )}
    </main>
  )
}

function whatIsWrong(problem: ApiProblem, language: Language, words: WhatIfWords): string {
  if (problem.code !== 'POLICY_INVALID') return problemWords(problem, language)
  const { problem: english, problemZh } = problem.details
  return words.invalid(String((language === 'zh' ? problemZh : english) ?? problem.message))
}
