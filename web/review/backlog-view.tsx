import { useEffect, useRef, useState } from 'preact/hooks'
import type { Backlog, BacklogItem } from '../../bot/http/api.ts'
import { Filters } from '../shared/filters.tsx'
import type { Shown } from '../shared/managers-page.tsx'
import { count } from '../shared/numbers.ts'
import { ReportState } from '../shared/report-state.tsx'
import { useRangedReport } from '../shared/use-ranged-report.ts'
import { BacklogCard } from './backlog-card.tsx'
import { DraftNeedDialog } from './draft-need-dialog.tsx'
import type { ReviewWords } from './words/en.ts'

/** Groups of messages that no need covers, the dearest first, and how to make a need of one. */
export function BacklogView(props: Shown<ReviewWords>) {
  const { language, words } = props
  const asked = useRangedReport<Backlog>(props.api, { path: '/api/review/backlog' }, props.onProblem)
  const { report, filters } = asked
  const [drafting, setDrafting] = useState<BacklogItem>()
  const lead = useRef<HTMLParagraphElement>(null)
  const [hasDrafted, setDrafted] = useState(false)
  useEffect(() => {
    if (drafting !== undefined || !hasDrafted) return
    // The dialog gives the focus back to its button, which is gone once the need is there.
    lead.current?.focus()
    setDrafted(false)
  }, [drafting, hasDrafted])
  const most = Math.max(0, ...(report?.items ?? []).map(({ cost }) => cost))
  return (
    <>
      <p ref={lead} tabIndex={-1}>
        {words.backlogLead}
      </p>
      <Filters words={words} {...filters} />
      <ReportState asked={asked} language={language} words={words} />
      {report && !report.writable && <p class="told">{words.readOnlyNeeds}</p>}
      {report?.items.length === 0 && <p class="panel">{words.noGroups}</p>}
      <ol class="groups">
        {report?.items.map((item) => (
          <BacklogCard
            key={item.cluster}
            item={item}
            most={most}
            writable={report.writable}
            language={language}
            words={words}
            onDraft={() => setDrafting(item)}
          />
        ))}
      </ol>
      {report && report.uncovered.messages > 0 && (
        <p class="note">
          {words.uncovered(count(report.uncovered.messages, language), count(report.uncovered.grouped, language))}
          {report.uncovered.newestOnly && `${words.space}${words.newestOnly}`}
        </p>
      )}
      {report && drafting && (
        <DraftNeedDialog
          {...props}
          item={drafting}
          days={{ from: report.from, to: report.to }}
          channel={filters.channel}
          onDrafted={() => {
            setDrafted(true)
            asked.reload()
          }}
          onClose={() => setDrafting(undefined)}
        />
      )}
    </>
  )
}
