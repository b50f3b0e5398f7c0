import { useEffect } from 'preact/hooks'
import { type Dictionaries, useLanguage } from '../shared/language.ts'
import { useSession } from '../shared/session.ts'
import { StaffPage } from '../shared/staff-page.tsx'
import { DashboardPage } from './dashboard-page.tsx'
import { type DashboardWords, en } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<DashboardWords> = { en, zh }

export function DashboardApp() {
  const [language, chooseLanguage] = useLanguage()
  const control = useSession()
  const words = dictionaries[language]
  useEffect(() => {
    document.title = words.title
  }, [words])
  return (
    <StaffPage page="dashboard" control={control} language={language} onLanguage={chooseLanguage}>
      {(session) =>
        session.agent.role === 'agent' ? (
          <main class="report">
            <h1>{words.title}</h1>
            <p class="problem">{words.managersOnly}</p>
          </main>
        ) : (
          <DashboardPage api={control.api} onProblem={control.onProblem} language={language} words={words} />
        )
      }
    </StaffPage>
  )
}
