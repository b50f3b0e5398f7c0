import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import type { ApiClient, ApiProblem } from './api-client.ts'
import { type Dictionaries, useLanguage } from './language.ts'
import { useSession } from './session.ts'
import { StaffPage, type StaffPageName } from './staff-page.tsx'

interface PageWords {
  title: string
  managersOnly: string
}

/** What a page for managers is given to show itself with. */
export interface Shown<Words> {
  api: ApiClient
  onProblem: (problem: ApiProblem) => void
  language: Language
  words: Words
}

/** The whole of a page for managers and administrators; agents are told that it is not for them. */
export function ManagersPage<Words extends PageWords>(props: {
  page: StaffPageName
  /** Of the `main` element. */
  mainClass: string
  dictionaries: Dictionaries<Words>
  children: (shown: Shown<Words>) => ComponentChildren
}) {
  const [language, chooseLanguage] = useLanguage()
  const control = useSession()
  const words = props.dictionaries[language]
  useEffect(() => {
    document.title = words.title
  }, [words])
  return (
    <StaffPage page={props.page} control={control} language={language} onLanguage={chooseLanguage}>
      {(session) =>
        session.agent.role === 'agent' ? (
          <main class={props.mainClass}>
            <h1>{words.title}</h1>
            <p class="problem">{words.managersOnly}</p>
          </main>
        ) : (
          props.children({ api: control.api, onProblem: control.onProblem, language, words })
        )
      }
    </StaffPage>
  )
}
