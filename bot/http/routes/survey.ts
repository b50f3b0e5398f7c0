import { z } from 'zod'
import { bothLanguages, CandorError, type Clock, type KnowledgePack, type SurveyItem } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { answersOf, COMMENT_LIMIT, itemsOf, type SurveyLinks } from '../../survey/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import type { SurveyForm, SurveyQuestion } from '../api.ts'
import { parseBody } from '../parse-body.ts'
import { type HttpRequest, ok, type Route } from '../route.ts'

export interface SurveyRouteOptions {
  links: SurveyLinks
  store: Pick<Store, 'surveys' | 'customers'>
  conversations: Pick<ConversationService, 'receive'>
  pack(): KnowledgePack
  clock: Clock
}

const MOST_ANSWERS = 30

const answer = z.union([z.string().max(10_000), z.number(), z.boolean()])
const postSchema = z.union([
  z.strictObject({
    answers: z
      .record(z.string().max(100), answer)
      .refine((given) => Object.keys(given).length <= MOST_ANSWERS, 'has too many fields'),
  }),
  z.strictObject({ ask: z.boolean() }),
])
const MEND = 'Send {"answers": {…by the names of the questions}} or {"ask": true | false}.'

/** GET and POST /api/survey: one survey for whoever has its link. The answer goes the way of every other one. */
export function surveyRoutes({ links, store, conversations, pack, clock }: SurveyRouteOptions): Route[] {
  async function opened({ headers }: HttpRequest) {
    const token = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
    const id = await links.open(token)
    const survey = await store.surveys.get(id)
    const customer = survey && (await store.customers.get(survey.customerId))
    if (!survey || !customer) throw new CandorError('SURVEY_UNKNOWN', { id })
    return { survey, customer }
  }

  async function formOf(request: HttpRequest): Promise<SurveyForm> {
    const { survey, customer } = await opened(request)
    const response = await store.surveys.responseTo(survey.id)
    return {
      company: bothLanguages(pack().title),
      language: survey.language,
      questions: itemsOf(survey).map(questionOf),
      sentAt: survey.sentAt,
      expiresAt: survey.expiresAt,
      isClosed: clock.now() >= survey.expiresAt,
      isRefused: customer.surveyConsent?.kind === 'refused',
      textLimit: COMMENT_LIMIT,
      ...(response && { answers: answersOf(survey, response) }),
    }
  }

  return [
    { method: 'GET', path: '/api/survey', handle: async (request) => ok(await formOf(request)) },
    {
      method: 'POST',
      path: '/api/survey',
      async handle(request) {
        const { survey, customer } = await opened(request)
        const said = parseBody(postSchema, request.body, MEND)
        const { id: surveyId, conversationId, channel } = survey
        await conversations.receive({
          conversationId,
          channel,
          // With their name, or they would be without one from now on.
          customer: { id: customer.id, ...(customer.name !== undefined && { name: customer.name }) },
          text: '',
          ...('ask' in said
            ? { surveyConsent: { surveyId, ask: said.ask } }
            : { survey: { ...said.answers, surveyId } }),
        })
        return ok(await formOf(request))
      },
    },
  ]
}

function questionOf({ text, ...item }: SurveyItem): SurveyQuestion {
  const common = { name: item.name, required: item.required, text: bothLanguages(text) }
  if (item.kind !== 'scale') return { ...common, kind: item.kind }
  const { kind, from, to, low, high, labels } = item
  return {
    ...common,
    kind,
    from,
    to,
    low: bothLanguages(low),
    high: bothLanguages(high),
    ...(labels && { labels: labels.map(bothLanguages) }),
  }
}
