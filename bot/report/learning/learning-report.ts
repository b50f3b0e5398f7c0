import { gained, LEARNING_DEFINITIONS } from '../../../analytics/index.ts'
import { bothLanguages, type KnowledgePack } from '../../../domain/index.ts'
import type { Period, Store } from '../../../store/index.ts'
import type { LearningReport, LearningTry } from '../../http/api.ts'
import { type DecidingTry, policyHash, policyTries } from '../../learning/index.ts'
import type { Policy } from '../../policy/index.ts'
import { periodOf, type ReportQuery, weeksBetween } from '../days.ts'
import { effectOf, takenOver } from './effects.ts'
import { nextTry } from './next-try.ts'
import { policyServices, shownPolicyTries } from './policy-tries.ts'
import { suiteAccuracy } from './suite-accuracy.ts'
import { intentTries, isWithin, modelTries } from './tries.ts'

type LearningStore = Pick<Store, 'models' | 'gapModels' | 'candidates' | 'learningReport' | 'settings'>

/**
 * What was learnt in a range of days, and what it gained: labels, models and figures of the policy tried and why they were
 * promoted or not, and what changed when they took over.
 * @param policy as its file has it
 * @param now epoch milliseconds: what a model of the range does after the range counts for it, too
 */
export async function buildLearningReport(
  store: LearningStore,
  pack: KnowledgePack,
  policy: Policy,
  { from, to, channel }: ReportQuery,
  now: number,
): Promise<LearningReport> {
  const whole = periodOf(from, to, pack.timeZone)
  const [labels, models, ofModels, ofPolicy, services, gapServices] = await Promise.all([
    labelsOf(store, from, to, pack.timeZone),
    store.models.list(),
    modelTries(store, whole),
    decidingTries(store),
    store.models.services(),
    store.gapModels.services(),
  ])
  const file = policyHash(policy)
  const tries = [...ofModels, ...shownPolicyTries(ofPolicy, file, whole)].sort((a, b) => b.at - a.at)
  const served = { intents: services, gap: gapServices, policy: policyServices(ofPolicy, file) }
  const promotions = takenOver(served, whole, now)
  const effects = await Promise.all(promotions.map((promotion) => effectOf(store, promotion, channel)))
  return {
    from,
    to,
    timeZone: pack.timeZone,
    channel: channel ?? null,
    labels,
    next: await nextTry(store, pack, policy, models),
    tries,
    serving: services[0]?.modelId ?? null,
    accuracy: suiteAccuracy(
      intentTries(models, whole),
      services.filter(({ from }) => isWithin(whole, from)),
    ),
    effects: effects.map(({ effect }) => effect),
    gained: gained(
      tries,
      effects.filter(({ effect }) => !effect.rolledBack).map(({ sums }) => sums),
    ),
    newNeeds: newNeeds(tries, pack),
    definitions: LEARNING_DEFINITIONS,
  }
}

/** What is fitted of trust changes neither handovers nor answers: it stands on the page on trust. */
async function decidingTries(store: LearningStore): Promise<DecidingTry[]> {
  return (await policyTries(store)).filter((one): one is DecidingTry => one.kind === 'deciding')
}

async function labelsOf(
  store: LearningStore,
  from: string,
  to: string,
  timeZone: string,
): Promise<LearningReport['labels']> {
  const weeks = weeksBetween(from, to, timeZone)
  const periods: Period[] = [periodOf(from, to, timeZone), ...weeks.map(({ period }) => period)]
  const [given, decided, { pending }] = await Promise.all([
    store.learningReport.labels(periods),
    store.learningReport.decided(periods),
    store.candidates.counts(),
  ])
  const all = { pick: 0, agent: 0, check: 0, ...given[0] }
  return {
    given: all,
    accepted: decided[0]?.accepted ?? 0,
    rejected: decided[0]?.rejected ?? 0,
    pending,
    weeks: weeks.map(({ week, monday, days }, i) => {
      const { pick = 0, agent = 0, check = 0 } = given[i + 1] ?? {}
      return { week, monday, days, given: pick + agent + check, accepted: decided[i + 1]?.accepted ?? 0 }
    }),
  }
}

/** What a promoted model of the range knew and the one before did not, each once. */
function newNeeds(tries: readonly LearningTry[], pack: Pick<KnowledgePack, 'needs'>): LearningReport['newNeeds'] {
  const names = tries.flatMap((one) => {
    if (one.kind !== 'intents' || one.outcome === 'kept-back') return []
    return one.reasons.flatMap((reason) => (reason.code === 'new-needs' ? reason.needs : []))
  })
  return [...new Set(names)].sort().map((name) => ({
    name,
    title: bothLanguages(pack.needs.find((need) => need.name === name)?.title ?? { en: name }),
  }))
}
