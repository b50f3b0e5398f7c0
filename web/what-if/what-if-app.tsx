import { useEffect, useState } from 'preact/hooks'
import { type Dictionaries, useLanguage } from '../shared/language.ts'
import { useSession } from '../shared/session.ts'
import { StaffPage } from '../shared/staff-page.tsx'
import { WhatIfPage } from './what-if-page.tsx'
import { en, type WhatIfWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<WhatIfWords> = { en, zh }

export function WhatIfApp() {
  const [language, chooseLanguage] = useLanguage()
  const control = useSession()
  // Kept here, so that a session that ends while somebody writes takes nothing away.
  const [draft, setDraft] = useState<string>()
  const words = dictionaries[language]
  useEffect(() => {
    document.title = words.title
  }, [words])
  return (
    <StaffPage page="what-if" control={control} language={language} onLanguage={chooseLanguage}>
      {(session) =>
        session.agent.role === 'agent' ? (
          <main class="what-if">
            <h1>{words.heading}</h1>
            <p class="problem">{words.managersOnly}</p>
          </main>
        ) : (
          <WhatIfPage
            api={control.api}
            onProblem={control.onProblem}
            language={language}
            words={words}
            draft={draft}
            onDraft={setDraft}
          />
        )
      }
    </StaffPage>
  )
}
