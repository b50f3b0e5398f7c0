import { type RateValue, rate } from '../../../analytics/index.ts'
import { LANGUAGES, type Language } from '../../../domain/index.ts'
import type { ModelService } from '../../../store/index.ts'
import type { LearningReport } from '../../http/api.ts'
import type { IntentTried } from './tries.ts'

type Point = LearningReport['accuracy'][number]

/**
 * How the model in service read the frozen suite: after each judgement, and where a person or the guard put another one
 * into service, as that was judged last. The oldest first.
 * @param services the latest first
 */
export function suiteAccuracy(tries: readonly IntentTried[], services: readonly ModelService[]): Point[] {
  const known = new Map<string, RateValue>()
  const points = (at: number, modelId: string) =>
    LANGUAGES.flatMap((language): Point[] => {
      const judged = known.get(key(modelId, language))
      return judged ? [{ at, modelId, language, rate: judged }] : []
    })
  const judgements = tries.map(({ id, about: { triedAt: at, against, verdict } }) => ({
    at,
    points() {
      for (const language of LANGUAGES) {
        const { cases = 0, champion = 0, challenger = 0 } = verdict.suite[language] ?? {}
        if (cases === 0) continue
        known.set(key(against, language), rate(Math.round(champion * cases), cases))
        known.set(key(id, language), rate(Math.round(challenger * cases), cases))
      }
      return points(at, verdict.promote ? id : against)
    },
  }))
  const changes = services
    .filter(({ reason }) => reason === 'chosen' || reason === 'rolled-back' || reason === 'guard')
    .map(({ from, modelId = '' }) => ({ at: from, points: () => points(from, modelId) }))
  return [...judgements, ...changes].sort((a, b) => a.at - b.at).flatMap((event) => event.points())
}

function key(modelId: string, language: Language): string {
  return `${language} ${modelId}`
}
