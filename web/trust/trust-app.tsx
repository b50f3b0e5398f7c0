import type { Dictionaries } from '../shared/language.ts'
import { ManagersPage } from '../shared/managers-page.tsx'
import { TrustPage } from './trust-page.tsx'
import { en, type TrustWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<TrustWords> = { en, zh }

export function TrustApp() {
  return (
    <ManagersPage page="trust" mainClass="report" dictionaries={dictionaries}>
      {(shown) => <TrustPage {...shown} />}
    </ManagersPage>
  )
}
