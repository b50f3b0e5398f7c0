import type { Dictionaries } from '../shared/language.ts'
import { ManagersPage } from '../shared/managers-page.tsx'
import { CheckPage } from './check-page.tsx'
import { type CheckWords, en } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<CheckWords> = { en, zh }

export function CheckApp() {
  return (
    <ManagersPage page="check" mainClass="check" dictionaries={dictionaries}>
      {(shown) => <CheckPage {...shown} />}
    </ManagersPage>
  )
}
