import type { ModelService, Period } from '../../../store/index.ts'
import type { LearningTry, PolicyFigure } from '../../http/api.ts'
import type { DecidingTry } from '../../learning/index.ts'
import { isWithin } from './tries.ts'

/**
 * What was tried of the policy in the period.
 * @param tries all there are, the newest first
 * @param file hash of the policy as its file has it now
 */
export function shownPolicyTries(tries: readonly DecidingTry[], file: string, period: Period): LearningTry[] {
  const ofFile = tries.filter((one) => one.file === file)
  const serving = ofFile.find(({ outcome }) => outcome === 'applied')
  return tries
    .filter(({ at }) => isWithin(period, at))
    .map((one) => ({
      id: one.id,
      kind: 'policy',
      at: one.at,
      outcome: one.outcome,
      serves: one === serving,
      waits: one.outcome === 'proposed' && one === ofFile[0],
      figures: changedFigures(one),
      reasons: one.reasons,
    }))
}

/**
 * When learnt figures served, the latest first. Left out are those of which nobody knows until when: they ended with a change
 * of the policy's file.
 * @param tries all there are, the newest first
 * @param file hash of the policy as its file has it now
 */
export function policyServices(tries: readonly DecidingTry[], file: string): ModelService[] {
  const applied = tries.filter(({ outcome }) => outcome === 'applied')
  return applied.flatMap((one, index): ModelService[] => {
    const next = applied[index - 1]
    const isLast = next?.file !== one.file
    if (isLast && one.file !== file) return []
    const service = { modelId: one.id, from: one.at, reason: 'gate', by: 'system' } as const
    return [isLast ? service : { ...service, to: next.at }]
  })
}

function changedFigures({ before, after }: DecidingTry): PolicyFigure[] {
  const figures: PolicyFigure[] = [
    { path: 'decide.answerAbove', before: before.answerAbove, after: after.answerAbove },
    { path: 'stakes.standard.personSolves', before: before.personSolves, after: after.personSolves },
  ]
  return figures.filter((figure) => figure.before !== figure.after)
}
