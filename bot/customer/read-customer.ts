import { trustScore } from '../../analytics/index.ts'
import {
  type Agent,
  bothLanguages,
  CandorError,
  type Clock,
  isSupervisor,
  type KnowledgePack,
  type Survey,
  type SurveyResponse,
} from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { customerName } from '../escalation/customer-name.ts'
import type { CustomerTrust, NeedTitle } from '../http/api.ts'
import type { Policy } from '../policy/index.ts'
import { ledgerLines, scoresAround, shownPromise, trustPath } from '../trust/customer-record.ts'
import { isAsked } from './is-asked.ts'

/** The latest; nobody reads further back. */
const SURVEY_LIMIT = 100

/**
 * What there is to know of one customer's trust, for those who serve them.
 * @throws CandorError CUSTOMER_UNKNOWN, CUSTOMER_NOT_SERVED for an agent who never served them
 */
export async function readCustomer(
  store: Pick<Store, 'customers' | 'promises' | 'people'>,
  pack: Pick<KnowledgePack, 'needs' | 'timeZone'>,
  policy: Pick<Policy, 'trust' | 'survey'>,
  clock: Clock,
  id: string,
  viewer: Agent,
): Promise<CustomerTrust> {
  // Whether there is such a customer is itself not for everybody.
  if (!isSupervisor(viewer) && !(await store.customers.hasServed(viewer.id, id))) {
    throw new CandorError('CUSTOMER_NOT_SERVED')
  }
  const customer = await store.customers.get(id)
  if (!customer) throw new CandorError('CUSTOMER_UNKNOWN', { id: id.slice(0, 100) })
  const [ledger, promises, surveys, people] = await Promise.all([
    store.customers.trustEvents(id),
    store.promises.ofCustomer(id),
    store.customers.surveys(id, SURVEY_LIMIT),
    store.people.list(),
  ])
  const now = clock.now()
  const names = new Map(people.map((person) => [person.id, person.name]))
  const titles = new Map(pack.needs.map((need) => [need.name, bothLanguages(need.title)]))
  const scores = scoresAround(ledger, policy.trust)
  return {
    customerId: id,
    name: customerName(customer.name, id),
    since: customer.createdAt,
    trust: trustScore(ledger, now, policy.trust),
    prior: trustScore([], now, policy.trust),
    path: trustPath(ledger, policy.trust, now, pack.timeZone),
    ledger: ledgerLines(ledger, now).map(({ row, ...line }) => ({
      ...line,
      id: row.id,
      weight: row.gain + row.loss,
      ...(scores.get(row) ?? { before: row.scoreAfter, after: row.scoreAfter }),
      ...(row.conversationId !== undefined && { conversationId: row.conversationId }),
      ...about(row, titles, names),
      ...(row.replaces !== undefined && { replaces: row.replaces }),
    })),
    promises: promises
      .map((promise) => ({
        ...shownPromise(promise, now),
        id: promise.id,
        conversationId: promise.conversationId,
        ...(promise.ownerId !== undefined && { ownerName: names.get(promise.ownerId) ?? promise.ownerId }),
      }))
      .reverse(),
    surveys: surveys.map(({ survey, response }) => ({
      id: survey.id,
      form: survey.form,
      sentAt: survey.sentAt,
      conversationId: survey.conversationId,
      ...about(subjectOf(survey), titles, names),
      ...(response && { answer: answerOf(response) }),
    })),
    asked: isAsked(customer, policy),
  }
}

function about(
  { need, agentId }: { need?: string; agentId?: string },
  titles: ReadonlyMap<string, NeedTitle>,
  names: ReadonlyMap<string, string>,
): { need?: NeedTitle; agentName?: string } {
  return {
    // A need that the pack no longer has goes by its name.
    ...(need !== undefined && { need: titles.get(need) ?? { en: need, zh: need } }),
    ...(agentId !== undefined && { agentName: names.get(agentId) ?? agentId }),
  }
}

function subjectOf({ need, about: whom }: Survey): { need?: string; agentId?: string } {
  return { ...(need !== undefined && { need }), ...(whom.kind === 'agent' && { agentId: whom.agentId }) }
}

function answerOf({
  at,
  firstAt,
  rating,
  score,
  resolved,
}: SurveyResponse): NonNullable<CustomerTrust['surveys'][number]['answer']> {
  const value = rating ?? score
  return {
    at,
    changed: firstAt !== undefined,
    ...(value !== undefined && { value }),
    ...(resolved !== undefined && { resolved }),
  }
}
