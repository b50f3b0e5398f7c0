import { SMALLEST_CELL } from '../../analytics/index.ts'
import { bothLanguages, type KnowledgePack } from '../../domain/index.ts'
import type { CompanyFacts, TransparencyPage } from '../http/api.ts'
import { hoursOf, type Policy } from '../policy/index.ts'
import { isForPeople, isTopic } from '../turn/need-roles.ts'
import { nextRelease, type ReleaseBody, type ReleaseParts } from './make-release.ts'

/** What is shown of the past beside the newest release. */
const RELEASES_SHOWN = 6

/**
 * The public page: what the company says of itself, and the figures that were released. Nothing of it depends on who asks, and
 * nothing is counted here.
 */
export async function buildTransparencyPage(
  store: ReleaseParts['store'],
  pack: KnowledgePack,
  policy: Policy,
  clock: ReleaseParts['clock'],
): Promise<TransparencyPage> {
  const settings = policy.publicPage
  const { period, plan } = await nextRelease({ store, settings, timeZone: pack.timeZone, clock })
  const isOff = plan.kind === 'off'
  const kept = isOff ? [] : await store.releases.latest(RELEASES_SHOWN)
  const isThere = kept.some(({ period: name }) => name === period.name)
  const missing = isOff || isThere ? undefined : (MISSING[plan.kind] satisfies string)
  return {
    company: bothLanguages(pack.title),
    facts: factsOf(pack, policy),
    privacy: { ...settings, isOff, fewest: SMALLEST_CELL },
    releases: kept.map(({ body }) => JSON.parse(body) as ReleaseBody),
    ...(missing && { missing: { firstDay: period.firstDay, lastDay: period.lastDay, why: missing } }),
  }
}

const MISSING = { due: 'soon', 'too-dear': 'budget-spent', released: 'taken-down' } as const

function factsOf(pack: KnowledgePack, policy: Policy): CompanyFacts {
  const { needs, languages, timeZone } = pack
  const hoursIn = ({ week, holidays, answerWithinHours, timeZone: own }: Policy['hours']) => ({
    week,
    holidays,
    answerWithinHours,
    timeZone: own ?? timeZone,
  })
  return {
    promises: needs.flatMap(({ title, answer: { promise, draft } }) =>
      promise && !draft
        ? [
            {
              about: bothLanguages(title),
              what: bothLanguages(promise.what),
              withinHours: promise.withinHours,
              openHours: promise.hours === 'open',
              onceHandedOver: promise.from === 'handover',
            },
          ]
        : [],
    ),
    hours: hoursIn(policy.hours),
    queueHours: policy.queues.flatMap(({ name, title, hours }) =>
      hours ? [{ queue: title, ...hoursIn(hoursOf(policy, name)) }] : [],
    ),
    toPerson: needs
      .filter((need) => isTopic(need) && isForPeople(need, policy.decide))
      .map(({ title }) => bothLanguages(title)),
    languages,
    guarantee: policy.guarantee,
    answersAbove: policy.decide.answerAbove,
    surveyExpiresHours: policy.survey.expiresHours,
  }
}
