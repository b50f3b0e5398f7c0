import type { Language } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from '../shared/api-client.ts'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import { PromiseState } from './promise-state.tsx'
import { useCheck } from './use-check.ts'
import { Verdict } from './verdict.tsx'
import { WhatTheBotDid } from './what-the-bot-did.tsx'
import type { CheckWords } from './words/en.ts'

export function CheckPage(props: {
  api: ApiClient
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: CheckWords
}) {
  const { language, words } = props
  const { assurance, next, judged, problem, judge, goOn } = useCheck(props.api, props.onProblem)
  return (
    <main class="check">
      <h1>{words.heading}</h1>
      <p class="lead">{words.lead}</p>
      <section class="panel" aria-labelledby="promise">
        <h2 id="promise">{words.promise}</h2>
        {assurance ? (
          <PromiseState assurance={assurance} language={language} words={words} />
        ) : (
          <p class="note">{sharedWords[language].loading}</p>
        )}
      </section>
      <div role="status">{problem && <p class="problem">{problemWords(problem, language)}</p>}</div>
      <section class="panel" aria-labelledby="message">
        <h2 id="message">{words.message}</h2>
        {next?.kind === 'nothing-left' && <p>{words.nothingLeft}</p>}
        {next?.kind === 'check' && !judged && (
          <Verdict
            key={`${next.conversationId}#${next.seq}`}
            check={next}
            language={language}
            words={words}
            onJudge={judge}
          />
        )}
        {next?.kind === 'check' && judged && (
          <WhatTheBotDid check={next} judged={judged} language={language} words={words} onNext={goOn} />
        )}
      </section>
    </main>
  )
}
