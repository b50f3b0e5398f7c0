import {
  type LocalizedText,
  STANDARD_FORMS,
  type StandardForm,
  type Survey,
  type SurveyItem,
} from '../../domain/index.ts'

/** Longest text that an item takes, in UTF-16 units. */
export const COMMENT_LIMIT = 1000

const COMMENT: SurveyItem = {
  name: 'comment',
  kind: 'text',
  text: { en: 'Anything you want to tell us?', zh: '还有什么想告诉我们的吗？' },
  required: false,
}

const RATINGS: LocalizedText[] = [
  { en: 'very unhappy', zh: '很不满意' },
  { en: 'unhappy', zh: '不满意' },
  { en: 'so-so', zh: '一般' },
  { en: 'happy', zh: '满意' },
  { en: 'very happy', zh: '很满意' },
]

/** What the forms ask that every company has: the one place for the cards, the page behind the link and the checks. */
const STANDARD: Record<StandardForm, readonly SurveyItem[]> = {
  csat: [
    {
      name: 'rating',
      kind: 'scale',
      from: 1,
      to: 5,
      low: { en: 'very unhappy', zh: '很不满意' },
      high: { en: 'very happy', zh: '很满意' },
      labels: RATINGS,
      text: { en: 'How satisfied are you with the help you got?', zh: '您对这次服务满意吗？' },
      required: true,
    },
    {
      name: 'resolved',
      kind: 'yes-no',
      text: { en: 'Has your question been solved?', zh: '您的问题解决了吗？' },
      required: false,
    },
    COMMENT,
  ],
  nps: [
    {
      name: 'recommend',
      kind: 'scale',
      from: 0,
      to: 10,
      low: { en: 'not at all likely', zh: '完全不可能' },
      high: { en: 'very likely', zh: '非常可能' },
      text: {
        en: 'How likely are you to recommend us to a friend?',
        zh: '您有多大可能把我们推荐给朋友？',
      },
      required: true,
    },
    COMMENT,
  ],
  ces: [
    {
      name: 'effort',
      kind: 'scale',
      from: 1,
      to: 7,
      low: { en: 'very hard', zh: '非常费力' },
      high: { en: 'very easy', zh: '非常轻松' },
      text: { en: 'How easy was it to get this solved?', zh: '这次解决问题轻松吗？' },
      required: true,
    },
    COMMENT,
  ],
}

/** What a survey asks, in order. A form of the company's own carries its items, as they were when it was sent. */
export function itemsOf({ form, items }: { form?: string; items?: Survey['items'] }): readonly SurveyItem[] {
  const standard = STANDARD_FORMS.find((name) => name === (form ?? 'csat'))
  return items ?? (standard ? STANDARD[standard] : [])
}
