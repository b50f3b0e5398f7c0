import type { Attachment } from 'botbuilder'
import { type Language, localize, type MessageBody, type SurveyItem } from '../../domain/index.ts'
import { COMMENT_LIMIT, itemsOf, SURVEY_WORDS } from '../survey/index.ts'

export interface SurveyCardExtras {
  /** The client has room for a short list only: a long scale folds up. */
  foldsLongScales: boolean
  /** The page where the same can be answered, where this server has a public address. */
  url?: string
}

/** A longer scale than this is folded up, where the client asks for it. */
const SHORT_SCALE = 7

/**
 * A survey as an Adaptive Card 1.3: its items, and "do not ask me again". Submitting it posts a message whose `value` is what
 * `parseSurveyValue` or `parseConsentValue` reads.
 * @see https://adaptivecards.io/explorer/
 */
export function surveyCard(
  { surveyId, form, items, expiresAt }: Extract<MessageBody, { kind: 'survey' }>,
  language: Language,
  { foldsLongScales, url }: SurveyCardExtras,
): Attachment {
  const words = SURVEY_WORDS[language]
  const asked = itemsOf({ ...(form !== undefined && { form }), ...(items && { items }) })
  return adaptiveCard(
    language,
    [
      ...asked.map((item) => inputOf(item, language, foldsLongScales)),
      ...(expiresAt === undefined ? [] : [note(words.until(momentForClient(expiresAt)))]),
    ],
    [
      { type: 'Action.Submit', title: words.send, style: 'positive', data: { candor: 'survey', surveyId } },
      consentAction(surveyId, false, language),
      ...(url === undefined ? [] : [{ type: 'Action.OpenUrl', title: words.openPage, url }]),
    ],
  )
}

/** The company has said that it will not ask any more. */
export function isRefusal(body: MessageBody): body is Extract<MessageBody, { kind: 'notice' }> & { surveyId: string } {
  return body.kind === 'notice' && body.code === 'survey-refused' && body.surveyId !== undefined
}

/** The way back from "do not ask me again". */
export function allowSurveysCard(surveyId: string, language: Language): Attachment {
  return adaptiveCard(language, [], [consentAction(surveyId, true, language)])
}

function adaptiveCard(language: Language, body: object[], actions: object[]): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.3',
      lang: language,
      body,
      actions,
    },
  }
}

/** Sent whatever the inputs say: who wants no more questions need not answer one first. */
function consentAction(surveyId: string, ask: boolean, language: Language): object {
  const { allow, refuse } = SURVEY_WORDS[language]
  const data = { candor: 'survey-consent', surveyId, ask }
  return { type: 'Action.Submit', title: ask ? allow : refuse, associatedInputs: 'none', data }
}

function note(text: string): object {
  return { type: 'TextBlock', text, wrap: true, isSubtle: true, size: 'small' }
}

/** Written by the client, in the customer's own time zone. */
function momentForClient(at: number): string {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
  return `{{DATE(${time}, SHORT)}} {{TIME(${time})}}`
}

function inputOf(item: SurveyItem, language: Language, foldsLongScales: boolean): object {
  const words = SURVEY_WORDS[language]
  const text = localize(item.text, language)
  const required = item.required && { isRequired: true, errorMessage: words.choose }
  switch (item.kind) {
    case 'scale': {
      const titles = scaleTitles(item, language)
      const isFolded = foldsLongScales && titles.length > SHORT_SCALE
      return {
        type: 'Input.ChoiceSet',
        id: item.name,
        style: isFolded ? 'compact' : 'expanded',
        label: scaleLabel(item, language),
        ...required,
        choices: titles.map((title, index) => ({ title, value: String(item.from + index) })),
      }
    }
    case 'yes-no':
      return {
        type: 'Input.ChoiceSet',
        id: item.name,
        style: 'expanded',
        label: text,
        ...required,
        choices: [
          { title: words.yes, value: 'yes' },
          { title: words.no, value: 'no' },
        ],
      }
    case 'text':
      return {
        type: 'Input.Text',
        id: item.name,
        isMultiline: true,
        maxLength: COMMENT_LIMIT,
        label: text,
        ...required,
        ...(!item.required && { placeholder: words.optional }),
      }
    default:
      return item satisfies never
  }
}

/** A long scale is numbers alone, and says beside its question what the ends mean. */
function scaleLabel({ text, from, to, low, high }: Extract<SurveyItem, { kind: 'scale' }>, language: Language): string {
  const asked = localize(text, language)
  if (to - from < SHORT_SCALE) return asked
  return SURVEY_WORDS[language].ends(
    asked,
    `${from} – ${localize(low, language)}`,
    `${to} – ${localize(high, language)}`,
  )
}

/** Every number, with its name where it has one, and on a short scale what both ends mean. */
function scaleTitles(
  { from, to, low, high, labels }: Extract<SurveyItem, { kind: 'scale' }>,
  language: Language,
): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const end = to - from >= SHORT_SCALE ? undefined : index === 0 ? low : index === to - from ? high : undefined
    const label = labels?.[index] ?? end
    return label ? `${from + index} – ${localize(label, language)}` : String(from + index)
  })
}
