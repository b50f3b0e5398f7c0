import { type FormAnswer, questionQuality } from '../../../analytics/index.ts'
import { bothLanguages, type Channel } from '../../../domain/index.ts'
import type { AnsweredSurvey, Period, SurveyReportStore } from '../../../store/index.ts'
import type * as api from '../../http/api.ts'
import { answersOf, itemsOf } from '../../survey/index.ts'

/** Answers that are read one by one: the newest of a form. */
const MOST_READ = 5_000
const PAGE = 1_000

/**
 * How well a form asks, from its newest answers. Of a form that was written anew only the newest wording counts: another
 * question is another measure.
 * @returns undefined when nobody has answered it
 */
export async function formQuestions(
  store: SurveyReportStore,
  form: string,
  period: Period,
  channel?: Channel,
): Promise<api.FormQuestions | undefined> {
  const { read, more } = await newest(store, form, period, channel)
  const [latest] = read
  if (!latest) return undefined
  const items = itemsOf({ form, ...(latest.items && { items: latest.items }) })
  const wording = JSON.stringify(latest.items)
  const answers = read.filter((one) => JSON.stringify(one.items) === wording)
  const quality = questionQuality(
    items.map((item) =>
      item.kind === 'scale'
        ? { name: item.name, kind: item.kind, from: item.from, to: item.to }
        : { name: item.name, kind: item.kind },
    ),
    answers.map((one) => formAnswer(form, one)),
  )
  const { reliability } = quality
  return {
    ...quality,
    form,
    more,
    otherWording: read.length - answers.length,
    reliability:
      reliability.kind === 'known'
        ? { standardizedAlpha: reliability.standardizedAlpha, alpha: reliability.alpha, n: reliability.n }
        : null,
    items: quality.items.map((item, place) => {
      const asked = items[place]
      return {
        ...item,
        text: bothLanguages(asked?.text ?? { en: item.name }),
        scale: asked?.kind === 'scale' ? { from: asked.from, to: asked.to } : null,
      }
    }),
  }
}

async function newest(store: SurveyReportStore, form: string, period: Period, channel?: Channel) {
  const read: AnsweredSurvey[] = []
  for (;;) {
    const after = read.at(-1)
    const of = { ...(channel && { channel }), ...(after && { after }) }
    // One more than is read tells whether there are others.
    const limit = Math.min(PAGE, MOST_READ + 1 - read.length)
    const page = await store.answered(form, period, limit, of)
    read.push(...page)
    if (page.length < limit || read.length > MOST_READ) break
  }
  return { read: read.slice(0, MOST_READ), more: read.length > MOST_READ }
}

function formAnswer(
  form: string,
  { id, language, sentAt, firstAt, commented, ...answered }: AnsweredSurvey,
): FormAnswer {
  // The words of a comment are not read: that there are some is enough.
  const response = { ...answered, surveyId: id, at: firstAt, ...(commented && { comment: 'said' }) }
  return { language, answerMs: Math.max(0, firstAt - sentAt), values: answersOf({ form }, response) }
}
