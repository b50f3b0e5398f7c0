import { useEffect } from 'preact/hooks'
import { type Dictionaries, useLanguage } from '../shared/language.ts'
import { useSession } from '../shared/session.ts'
import { StaffPage } from '../shared/staff-page.tsx'
import { CustomerPage } from './customer-page.tsx'
import { type CustomerWords, en } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<CustomerWords> = { en, zh }

/** For everybody who works here: whose customer it is, the server decides. */
export function CustomerApp() {
  const [language, chooseLanguage] = useLanguage()
  const control = useSession()
  const words = dictionaries[language]
  useEffect(() => {
    document.title = words.title
  }, [words])
  return (
    <StaffPage page="customer" control={control} language={language} onLanguage={chooseLanguage}>
      {() => <CustomerPage api={control.api} onProblem={control.onProblem} language={language} words={words} />}
    </StaffPage>
  )
}
