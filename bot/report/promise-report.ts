import { rate } from '../../analytics/index.ts'
import { bothLanguages, type KnowledgePack, PROMISE_STATES, type PromiseState } from '../../domain/index.ts'
import type { PromiseCount, Store } from '../../store/index.ts'
import type { PromiseCounts, PromiseMakerName, PromiseReport } from '../http/api.ts'
import { type ReportQuery, weeksBetween } from './days.ts'

/**
 * What became of the promises that were due in a range of days, week by week and by whose word it was.
 * @param now epoch milliseconds: what was due before and is not done is overdue
 * @throws CandorError PERIOD_INVALID
 */
export async function buildPromiseReport(
  store: Pick<Store, 'promises' | 'people'>,
  { needs, timeZone }: Pick<KnowledgePack, 'needs' | 'timeZone'>,
  { from, to, channel }: ReportQuery,
  now: number,
): Promise<PromiseReport> {
  const weeks = weeksBetween(from, to, timeZone)
  const periods = weeks.map(({ period }) => period)
  const [rows, people] = await Promise.all([store.promises.counts(periods, now, channel), store.people.list()])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const makers = Map.groupBy(rows, ({ madeBy }) => JSON.stringify(madeBy))
  return {
    from,
    to,
    timeZone,
    weeks: weeks.map(({ week, monday, days }, position) => ({
      week,
      monday,
      days,
      counts: summed(rows.filter((row) => row.position === position)),
    })),
    makers: [...makers.values()]
      .map((theirs) => ({ maker: makerName(theirs, needs, names), counts: summed(theirs) }))
      .sort((a, b) => inAll(b.counts) - inAll(a.counts)),
    total: summed(rows),
  }
}

function makerName(
  [row]: readonly PromiseCount[],
  needs: KnowledgePack['needs'],
  names: ReadonlyMap<string, string>,
): PromiseMakerName {
  const madeBy = row?.madeBy ?? { kind: 'bot' }
  switch (madeBy.kind) {
    case 'bot':
      return madeBy
    case 'pack': {
      const title = needs.find(({ name }) => name === madeBy.need)?.title
      return { ...madeBy, ...(title && { title: bothLanguages(title) }) }
    }
    case 'agent':
      return { ...madeBy, name: names.get(madeBy.agentId) ?? madeBy.agentId }
    default:
      return madeBy satisfies never
  }
}

/**
 * What is withdrawn on the customer's wish, not due yet, or known to nobody says nothing of how the company keeps its word; nor
 * does what only the customer can tell of, until they have.
 */
function summed(rows: readonly PromiseCount[]): PromiseCounts {
  const sum = (state: PromiseState | 'untold') => rows.reduce((total, row) => total + row[state], 0)
  const [kept, late, broken, overdue] = [sum('kept'), sum('late'), sum('broken'), sum('overdue')]
  const rest = { open: sum('open'), withdrawn: sum('withdrawn'), unknown: sum('unknown') }
  return {
    kept,
    late,
    broken,
    overdue,
    ...rest,
    keptInTime: rate(kept, kept + late + broken + overdue - sum('untold')),
  }
}

function inAll(counts: PromiseCounts): number {
  return PROMISE_STATES.reduce((sum, state) => sum + counts[state], 0)
}
