import { type Dictionaries, useLanguage } from '../shared/language.ts'
import { useSession } from '../shared/session.ts'
import { StaffPage } from '../shared/staff-page.tsx'
import { DeskPage } from './desk-page.tsx'
import { type DeskWords, en } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<DeskWords> = { en, zh }

export function DeskApp() {
  const [language, chooseLanguage] = useLanguage()
  const control = useSession()
  const words = dictionaries[language]
  return (
    <StaffPage page="desk" control={control} language={language} onLanguage={chooseLanguage}>
      {() => <DeskPage api={control.api} onProblem={control.onProblem} language={language} words={words} />}
    </StaffPage>
  )
}
