import type { FormQuestions, QuestionReport } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { count, duration } from '../shared/numbers.ts'
import { evidenceText, shareText } from '../shared/rate-words.ts'
import { type Column, SortableTable } from '../shared/sortable-table.tsx'
import { fine, meanFigure } from './figure-words.ts'
import { flagSentences } from './flag-sentences.ts'
import type { SectionProps } from './satisfaction-page.tsx'

/** Form by form: whether its questions ask what they mean, and what to look at. */
export function QuestionForms(props: SectionProps) {
  const { report, language, words } = props
  return (
    <>
      <p class="note">{report.definitions.quality?.[language]}</p>
      {report.questions.length === 0 && <p class="note">{words.noAnswers}</p>}
      {report.questions.map((form) => (
        <div key={form.form} class="panel form-quality" data-testid={`form-${form.form}`}>
          <h3>{words.formName(form.form)}</h3>
          <ul class="facts">
            {factsOf(form, props).map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          <Flags {...props} form={form} />
          <QuestionTable {...props} form={form} />
        </div>
      ))}
    </>
  )
}

function factsOf(form: FormQuestions, { language, words }: SectionProps): string[] {
  const { reliability, straightLined, answerTime, byLanguage } = form
  const time = (ms: number | null) => duration(ms ?? 0, language)
  const scales = form.items.filter(({ kind }) => kind === 'scale').length
  return [
    words.read(count(form.answers, language)) + (form.more ? ` ${words.newestOnly}` : ''),
    ...(form.otherWording > 0 ? [words.otherWording(count(form.otherWording, language))] : []),
    ...(answerTime.n > 0
      ? [
          words.answerTime(time(answerTime.medianMs), time(answerTime.p90Ms)),
          ...(byLanguage.length > 1
            ? [
                words.answerTimeBy(
                  byLanguage.map((one) => [words.languageName(one.language), time(one.answerTime.medianMs)]),
                ),
              ]
            : []),
        ]
      : []),
    ...(reliability
      ? [
          words.alpha(
            fine(reliability.standardizedAlpha, language),
            fine(reliability.alpha, language),
            count(reliability.n, language),
          ),
        ]
      : scales < 2
        ? [words.oneScale]
        : []),
    ...(straightLined ? [words.straightLined(evidenceText(straightLined, language, words))] : []),
  ]
}

function Flags({ form, language, words }: SectionProps & { form: FormQuestions }) {
  const flagged = form.items.flatMap((item) =>
    item.flags.map((flag) => ({ item, key: `${item.name}-${flag.kind}`, ...flagSentences(flag, language, words) })),
  )
  if (flagged.length === 0) return <p class="note">{words.nothingFlagged}</p>
  return (
    <ul class="flags">
      {flagged.map(({ key, item, evidence, suggestion }) => (
        <li key={key}>
          <p>
            <span class="mark">{words.flagged}</span> <strong>{item.text[language]}</strong>
          </p>
          <p>{evidence}</p>
          <p class="note">{suggestion}</p>
        </li>
      ))}
    </ul>
  )
}

function QuestionTable({ form, report, language, words }: SectionProps & { form: FormQuestions }) {
  const interval = ({ low, high }: { low: number; high: number }) =>
    words.interval(fine(low, language), fine(high, language))
  const scales = form.items.filter(({ kind }) => kind === 'scale').length
  const columns: Column<QuestionReport>[] = [
    {
      key: 'question',
      title: words.column.question,
      value: (row) => row.text[language],
      cell: (row) => row.text[language],
    },
    {
      key: 'skipped',
      title: words.column.skipped,
      value: (row) => row.skipped.value,
      cell: (row) => evidenceText(row.skipped, language, words),
    },
    {
      key: 'mean',
      title: words.column.mean,
      value: (row) => row.mean?.mean ?? null,
      cell: (row) => (row.mean && row.scale ? meanFigure(row.mean, row.scale.to, language, words).main : words.none),
    },
    {
      key: 'ends',
      title: words.column.ends,
      value: (row) => row.ceiling?.value ?? null,
      cell: (row) =>
        row.floor?.denominator && row.ceiling
          ? words.ends(shareText(row.floor.value, language, words), shareText(row.ceiling.value, language, words))
          : words.none,
    },
  ]
  if (scales >= 2) {
    columns.push({
      key: 'with-others',
      title: words.column.withOthers,
      value: (row) => row.itemTotal?.value ?? null,
      cell: ({ itemTotal }) => (itemTotal ? `${fine(itemTotal.value, language)} (${interval(itemTotal)})` : words.none),
    })
  }
  if (scales >= 3) {
    columns.push({
      key: 'alpha-without',
      title: words.column.alphaWithout,
      value: (row) => row.alphaIfDropped,
      cell: (row) => (row.alphaIfDropped === null ? words.none : fine(row.alphaIfDropped, language)),
    })
  }
  columns.push({
    key: 'languages',
    title: words.column.languages,
    value: (row) => row.languages?.difference.value ?? null,
    cell: ({ languages }) =>
      languages ? `${fine(languages.difference.value, language)} (${interval(languages.difference)})` : words.none,
  })
  const title = words.questionsOf(words.formName(form.form))
  return (
    <>
      <SortableTable
        title={title}
        scrollLabel={words.table(title)}
        sortLabel={words.sortBy}
        columns={columns}
        rows={form.items}
        rowKey={({ name }) => name}
        locale={LOCALES[language]}
      />
      <details class="explained">
        <summary>{words.columnsMean}</summary>
        {scales >= 2 && <p>{report.definitions.itemTotal?.[language]}</p>}
        <p>{report.definitions.languages?.[language]}</p>
      </details>
    </>
  )
}
