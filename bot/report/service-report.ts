import { HANDOVER_METRICS, type HandoverContext, type HandoverFacts } from '../../analytics/index.ts'
import { HOUR_MS, type KnowledgePack } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { ServiceFigures, ServiceReport } from '../http/api.ts'
import type { Policy } from '../policy/index.ts'
import { periodOf, type ReportQuery } from './days.ts'

/**
 * How people served, per agent and queue: every figure by its contract in analytics/metrics/handovers.
 * @param now epoch milliseconds: who was served lately may still come back
 */
export async function buildServiceReport(
  store: Pick<Store, 'reports' | 'people'>,
  { timeZone }: Pick<KnowledgePack, 'timeZone'>,
  policy: Pick<Policy, 'gap' | 'queues'>,
  { from, to, channel }: ReportQuery,
  now: number,
): Promise<ServiceReport> {
  const [handovers, people] = await Promise.all([
    store.reports.handovers(periodOf(from, to, timeZone), channel),
    store.people.list(),
  ])
  const context = { now, reopenWithinMs: policy.gap.reopenWithinHours * HOUR_MS }
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const titles = new Map(policy.queues.map(({ name, title }) => [name, title]))
  const byAgent = Map.groupBy(
    handovers.filter(({ agentId }) => agentId !== undefined),
    ({ agentId }) => agentId ?? '',
  )
  const byQueue = Map.groupBy(handovers, ({ queue }) => queue)
  const gone = [...byQueue.keys()].filter((queue) => !titles.has(queue)).sort()
  return {
    from,
    to,
    timeZone,
    channel: channel ?? null,
    total: figures(handovers, context),
    agents: [...byAgent]
      .map(([agentId, own]) => ({ agentId, name: names.get(agentId) ?? agentId, ...figures(own, context) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    queues: [...titles.keys(), ...gone].map((queue) => ({
      queue,
      title: titles.get(queue) ?? { en: queue, zh: queue },
      ...figures(byQueue.get(queue) ?? [], context),
    })),
    definitions: Object.fromEntries(Object.values(HANDOVER_METRICS).map(({ key, definition }) => [key, definition])),
  }
}

function figures(handovers: readonly HandoverFacts[], context: HandoverContext): ServiceFigures {
  return {
    handedOver: HANDOVER_METRICS.handedOver.of(handovers, context),
    stillWaiting: HANDOVER_METRICS.stillWaiting.of(handovers, context),
    timeInQueue: HANDOVER_METRICS.timeInQueue.of(handovers, context),
    firstResponse: HANDOVER_METRICS.firstResponse.of(handovers, context),
    handleTime: HANDOVER_METRICS.handleTime.of(handovers, context),
    passedOn: HANDOVER_METRICS.passedOn.of(handovers, context),
    cameBack: HANDOVER_METRICS.cameBack.of(handovers, context),
  }
}
