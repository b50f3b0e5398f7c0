import { compareMeans, compareShares, type PromotionSums } from '../../../analytics/index.ts'
import { type Channel, DAY_MS } from '../../../domain/index.ts'
import type { ModelService, Period, ServiceSums, Store } from '../../../store/index.ts'
import type { LearningTry, PromotionEffect } from '../../http/api.ts'
import { goneBackFrom } from './tries.ts'

/** Longer ago, or later, too much else has changed. */
const MOST_MS = 28 * DAY_MS

/** A promotion, of a model or of figures of the policy, with as much time before as after it. */
export interface TakenOver {
  modelId: string
  kind: LearningTry['kind']
  at: number
  rolledBack: boolean
  before: Period
  after: Period
  /** Whether one gap model estimated all that time. */
  gapComparable: boolean
}

/**
 * Of what the gate or a person put into service in the period: as long before as after, while no other of their
 * kind took over, the newest first.
 * @param services of each kind, the latest first
 */
export function takenOver(
  services: Record<LearningTry['kind'], readonly ModelService[]>,
  period: Period,
  now: number,
): TakenOver[] {
  const gapChanges = services.gap.map(({ from }) => from)
  const all = (['intents', 'gap', 'policy'] as const).flatMap((kind) =>
    services[kind].flatMap((service, index): TakenOver[] => {
      const { modelId, from: at, to = now, reason } = service
      if (modelId === undefined || (reason !== 'gate' && reason !== 'chosen')) return []
      if (at < period.from || at >= period.to) return []
      const served = at - (services[kind][index + 1]?.from ?? Number.NEGATIVE_INFINITY)
      const lengthMs = Math.max(0, Math.min(MOST_MS, served, to - at, now - at))
      const [before, after] = [
        { from: at - lengthMs, to: at },
        { from: at, to: at + lengthMs },
      ]
      const gapComparable = gapChanges.every((change) => change <= before.from || change >= after.to)
      const rolledBack = goneBackFrom(services[kind], index) !== undefined
      return [{ modelId, kind, at, rolledBack, before, after, gapComparable }]
    }),
  )
  return all.sort((a, b) => b.at - a.at)
}

/** The effect in figures, and the sums that it was worked out from. */
export async function effectOf(
  store: Pick<Store, 'learningReport'>,
  { modelId, kind, at, rolledBack, before, after, gapComparable }: TakenOver,
  channel?: Channel,
): Promise<{ effect: PromotionEffect; sums: PromotionSums }> {
  const was = await store.learningReport.service(before, channel)
  const is = await store.learningReport.service(after, channel)
  const both = (figure: keyof ServiceSums) => ({ before: was[figure], after: is[figure] })
  const sums = { handoffs: both('handoffs'), wrongAnswers: both('wrongAnswers') }
  return {
    effect: {
      modelId,
      kind,
      at,
      lengthMs: after.to - after.from,
      rolledBack,
      handoffs: compareShares(was.handoffs, is.handoffs),
      gap: gapComparable ? compareMeans(was.gap, is.gap) : null,
      wrongAnswers: compareShares(was.wrongAnswers, is.wrongAnswers),
    },
    sums,
  }
}
