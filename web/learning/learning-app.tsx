import type { Dictionaries } from '../shared/language.ts'
import { ManagersPage } from '../shared/managers-page.tsx'
import { LearningPage } from './learning-page.tsx'
import { en, type LearningWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<LearningWords> = { en, zh }

export function LearningApp() {
  return (
    <ManagersPage page="learning" mainClass="report" dictionaries={dictionaries}>
      {(shown) => <LearningPage {...shown} />}
    </ManagersPage>
  )
}
