import type { Dictionaries } from '../shared/language.ts'
import { ManagersPage } from '../shared/managers-page.tsx'
import { DashboardPage } from './dashboard-page.tsx'
import { type DashboardWords, en } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<DashboardWords> = { en, zh }

export function DashboardApp() {
  return (
    <ManagersPage page="dashboard" mainClass="report" dictionaries={dictionaries}>
      {(shown) => <DashboardPage {...shown} />}
    </ManagersPage>
  )
}
