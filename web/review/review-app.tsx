import type { Dictionaries } from '../shared/language.ts'
import { ManagersPage } from '../shared/managers-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { en, type ReviewWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<ReviewWords> = { en, zh }

export function ReviewApp() {
  return (
    <ManagersPage page="review" mainClass="report" dictionaries={dictionaries}>
      {(shown) => <ReviewPage {...shown} />}
    </ManagersPage>
  )
}
