import { rate } from '../../../analytics/index.ts'
import { LANGUAGES } from '../../../domain/index.ts'
import type { LearningReport } from '../../http/api.ts'
import type { IntentTried } from './tries.ts'

/** How the model that served after each judgement read the frozen suite, the oldest judgement first. */
export function suiteAccuracy(tries: readonly IntentTried[]): LearningReport['accuracy'] {
  return tries
    .toSorted((a, b) => a.about.triedAt - b.about.triedAt)
    .flatMap(({ id, about: { triedAt, against, verdict } }) =>
      LANGUAGES.flatMap((language) => {
        const judged = verdict.suite[language]
        if (!judged || judged.cases === 0) return []
        const right = verdict.promote ? judged.challenger : judged.champion
        return [
          {
            at: triedAt,
            modelId: verdict.promote ? id : against,
            language,
            rate: rate(Math.round(right * judged.cases), judged.cases),
          },
        ]
      }),
    )
}
