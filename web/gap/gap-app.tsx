import { useEffect } from 'preact/hooks'
import { type Dictionaries, useLanguage } from '../shared/language.ts'
import { useSession } from '../shared/session.ts'
import { StaffPage } from '../shared/staff-page.tsx'
import { GapPage } from './gap-page.tsx'
import { en, type GapWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<GapWords> = { en, zh }

export function GapApp() {
  const [language, chooseLanguage] = useLanguage()
  const control = useSession()
  const words = dictionaries[language]
  useEffect(() => {
    document.title = words.title
  }, [words])
  return (
    <StaffPage page="gap" control={control} language={language} onLanguage={chooseLanguage}>
      {(session) =>
        session.agent.role === 'agent' ? (
          <main class="report">
            <h1>{words.title}</h1>
            <p class="problem">{words.managersOnly}</p>
          </main>
        ) : (
          <GapPage api={control.api} onProblem={control.onProblem} language={language} words={words} />
        )
      }
    </StaffPage>
  )
}
