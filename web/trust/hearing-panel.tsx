import { useEffect, useState } from 'preact/hooks'
import type { HearingReport, Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import type { Shown } from '../shared/managers-page.tsx'
import { evidenceText } from '../shared/rate-words.ts'
import { type Column, SortableTable } from '../shared/sortable-table.tsx'
import type { TrustWords } from './words/en.ts'

type Rule = HearingReport['rules'][number]

/** How many proposals of promises agents took, by language and by wording; a wording that was kept back can be let again. */
export function HearingPanel({ api, onProblem, language, words }: Shown<TrustWords>) {
  const { hearing } = words
  const [report, setReport] = useState<HearingReport>()
  const [said, setSaid] = useState('')
  useEffect(() => {
    let wanted = true
    void api.get<HearingReport>('/api/hearing').then((result) => {
      if (!wanted) return
      if (result.ok) setReport(result.value)
      else onProblem(result.problem)
    })
    return () => {
      wanted = false
    }
  }, [api, onProblem])
  if (!report) return null
  const proposeAgain = async (rule: Rule) => {
    const result = await api.post<HearingReport>('/api/hearing/again', { marker: rule.marker })
    if (!result.ok) return onProblem(result.problem)
    setReport(result.value)
    setSaid(hearing.againSaid(ruleWords(rule.marker, words)))
  }
  return (
    <section class="panel" aria-labelledby="hearing" data-testid="hearing">
      <h2 id="hearing">{hearing.title}</h2>
      <p class="note">{hearing.hint(report.days)}</p>
      {report.rules.length === 0 && <p>{hearing.none}</p>}
      {report.rules.length > 0 && (
        <>
          {report.languages.map(({ language: of, taken }) => (
            <p key={of}>{hearing.takenOf(hearing.language[of] ?? of, evidenceText(taken, language, words))}</p>
          ))}
          <SortableTable
            title={hearing.title}
            scrollLabel={hearing.scroll}
            sortLabel={words.sortBy}
            columns={columnsOf(language, words, (rule) => void proposeAgain(rule))}
            rows={report.rules}
            rowKey={({ marker }) => marker}
            locale={LOCALES[language]}
          />
        </>
      )}
      <p role="status" class="visually-hidden">
        {said}
      </p>
    </section>
  )
}

function columnsOf(language: Language, words: TrustWords, onAgain: (rule: Rule) => void): Column<Rule>[] {
  const { hearing } = words
  const nameOf = ({ marker }: Rule) => ruleWords(marker, words)
  return [
    { key: 'rule', title: hearing.rule, value: nameOf, cell: nameOf },
    {
      key: 'taken',
      title: hearing.taken,
      value: ({ taken }) => taken.value,
      cell: ({ taken }) => evidenceText(taken, language, words),
    },
    {
      key: 'state',
      title: hearing.state,
      value: ({ keptBack }) => (keptBack ? hearing.keptBack : hearing.proposes),
      cell: (rule) =>
        rule.keptBack ? (
          <>
            {hearing.keptBack}{' '}
            <button
              type="button"
              class="button button-small"
              aria-label={hearing.againOf(nameOf(rule))}
              onClick={() => onAgain(rule)}
            >
              {hearing.again}
            </button>
          </>
        ) : (
          hearing.proposes
        ),
    },
  ]
}

/** `zh-will.call` in words; a rule of a version that is gone by its name. */
function ruleWords(marker: string, { hearing }: TrustWords): string {
  const [form = '', action = ''] = marker.split('.')
  return hearing.named(hearing.forms[form] ?? form, hearing.actions[action] ?? action)
}
