import type { Dictionaries } from '../shared/language.ts'
import { ManagersPage } from '../shared/managers-page.tsx'
import { SatisfactionPage } from './satisfaction-page.tsx'
import { en, type SatisfactionWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<SatisfactionWords> = { en, zh }

export function SatisfactionApp() {
  return (
    <ManagersPage page="satisfaction" mainClass="report" dictionaries={dictionaries}>
      {(shown) => <SatisfactionPage {...shown} />}
    </ManagersPage>
  )
}
