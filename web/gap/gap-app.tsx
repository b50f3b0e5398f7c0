import type { Dictionaries } from '../shared/language.ts'
import { ManagersPage } from '../shared/managers-page.tsx'
import { GapPage } from './gap-page.tsx'
import { en, type GapWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<GapWords> = { en, zh }

export function GapApp() {
  return (
    <ManagersPage page="gap" mainClass="report" dictionaries={dictionaries}>
      {(shown) => <GapPage {...shown} />}
    </ManagersPage>
  )
}
