import type { Shown } from '../shared/managers-page.tsx'
import { Tabs } from '../shared/tabs.tsx'
import { useView } from '../shared/use-view.ts'
import { AnswersView } from './answers-view.tsx'
import { BacklogView } from './backlog-view.tsx'
import { MessagesView } from './messages-view.tsx'
import type { ReviewWords } from './words/en.ts'

/** In the order of the tabs. */
const VIEWS = ['messages', 'backlog', 'answers'] as const

export function ReviewPage(props: Shown<ReviewWords>) {
  const { words } = props
  const [view, setView] = useView(VIEWS)
  return (
    <main class="report review">
      <h1>{words.heading}</h1>
      <Tabs
        label={words.views}
        tabs={VIEWS.map((name) => ({ name, title: words.view[name] }))}
        chosen={view}
        onChoose={setView}
      >
        {view === 'messages' && <MessagesView {...props} />}
        {view === 'backlog' && <BacklogView {...props} />}
        {view === 'answers' && <AnswersView {...props} />}
      </Tabs>
    </main>
  )
}
