import type { Language } from '../../../../../domain/index.ts'
import type { GapCase, GapFeature, GapFeatures } from '../../../../../nlp/index.ts'
import { seededRandom } from '../../../../../nlp/intent/random.ts'

export interface TrueGap {
  intercept: Record<Language, number>
  weights: Partial<Record<GapFeature, number>>
}

export const TRUE_GAP: TrueGap = {
  intercept: { en: -2, zh: -1 },
  weights: { understanding: 3, refused: 1.5, accepted: -1, wording: 0.6 },
}

/** Conversations of one to three turns whose outcomes are drawn from a known regression, at their last turn. */
export function simulatedCases(
  conversations: Partial<Record<Language, number>>,
  seed: number,
  truth: TrueGap = TRUE_GAP,
): (GapCase & { unmet: number; chance: number })[] {
  const random = seededRandom(seed)
  return (Object.keys(conversations) as Language[]).flatMap((language) =>
    Array.from({ length: conversations[language] ?? 0 }, (_, c) => {
      const features = drawFeatures(random)
      const score = Object.entries(truth.weights).reduce(
        (sum, [feature, weight]) => sum + weight * (features[feature as GapFeature] ?? 0),
        truth.intercept[language],
      )
      const chance = 1 / (1 + Math.exp(-score))
      const unmet = random() < chance ? 1 : 0
      const turns = 1 + Math.floor(random() * 3)
      return Array.from({ length: turns }, () => ({
        conversationId: `${language}-${c}`,
        language,
        features,
        unmet,
        chance,
      }))
    }).flat(),
  )
}

function drawFeatures(random: () => number): GapFeatures {
  const yes = (chance: number) => Number(random() < chance)
  return {
    understanding: random() ** 2,
    detail: yes(0.2),
    refused: yes(0.2),
    askedForPerson: yes(0.05),
    needRepeated: yes(0.1),
    clarificationFailed: yes(0.2),
    sentimentFell: yes(0.1),
    accepted: yes(0.2),
    swears: yes(0.02),
    givesUp: yes(0.03),
    entropy: random(),
    turns: Math.log2(1 + Math.floor(random() * 6)),
    slowStart: yes(0.2),
    longSilence: yes(0.1),
    wording: 4 * (random() - 0.6),
  }
}
