import type { Dictionaries } from '../shared/language.ts'
import { ManagersPage } from '../shared/managers-page.tsx'
import { ServicePage } from './service-page.tsx'
import { en, type ServiceWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<ServiceWords> = { en, zh }

export function ServiceApp() {
  return (
    <ManagersPage page="service" mainClass="report" dictionaries={dictionaries}>
      {(shown) => <ServicePage {...shown} />}
    </ManagersPage>
  )
}
