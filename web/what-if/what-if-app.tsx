import { useState } from 'preact/hooks'
import type { Dictionaries } from '../shared/language.ts'
import { ManagersPage } from '../shared/managers-page.tsx'
import { WhatIfPage } from './what-if-page.tsx'
import { en, type WhatIfWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<WhatIfWords> = { en, zh }

export function WhatIfApp() {
  // Kept here, so that a session that ends while somebody writes takes nothing away.
  const [draft, setDraft] = useState<string>()
  return (
    <ManagersPage page="what-if" mainClass="what-if" dictionaries={dictionaries}>
      {(shown) => <WhatIfPage {...shown} draft={draft} onDraft={setDraft} />}
    </ManagersPage>
  )
}
