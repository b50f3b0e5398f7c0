import type { Shown } from '../shared/managers-page.tsx'
import { Tabs } from '../shared/tabs.tsx'
import { AnswersView } from './answers-view.tsx'
import { BacklogView } from './backlog-view.tsx'
import { MessagesView } from './messages-view.tsx'
import { useView, VIEWS } from './use-view.ts'
import type { ReviewWords } from './words/en.ts'

export function ReviewPage(props: Shown<ReviewWords>) {
  const { words } = props
  const [view, setView] = useView()
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
