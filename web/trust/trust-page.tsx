import type { Shown } from '../shared/managers-page.tsx'
import { Tabs } from '../shared/tabs.tsx'
import { useView } from '../shared/use-view.ts'
import { DynamicsView } from './dynamics-view.tsx'
import { FitView } from './fit-view.tsx'
import { GoodwillView } from './goodwill-view.tsx'
import { GroupsView } from './groups-view.tsx'
import { PromisesView } from './promises-view.tsx'
import type { TrustWords } from './words/en.ts'

/** In the order of the tabs. */
const VIEWS = ['dynamics', 'groups', 'promises', 'goodwill', 'fit'] as const

export function TrustPage(props: Shown<TrustWords>) {
  const { words } = props
  const [view, setView] = useView(VIEWS)
  return (
    <main class="report">
      <h1>{words.heading}</h1>
      <Tabs
        label={words.views}
        tabs={VIEWS.map((name) => ({ name, title: words.view[name] }))}
        chosen={view}
        onChoose={setView}
      >
        {view === 'dynamics' && <DynamicsView {...props} />}
        {view === 'groups' && <GroupsView {...props} />}
        {view === 'promises' && <PromisesView {...props} />}
        {view === 'fit' && <FitView {...props} />}
        {view === 'goodwill' && <GoodwillView {...props} />}
      </Tabs>
    </main>
  )
}
