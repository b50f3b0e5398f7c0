import type { Understanding } from '../domain/index.ts'
import { type EntityContext, findEntities } from './entities/find-entities.ts'
import { classify, type IntentModel } from './intent/model.ts'
import { splitNeeds } from './intent/split-needs.ts'
import { detectLanguage } from './language/detect.ts'
import { boundText } from './language/normalize.ts'
import { scoreSentiment } from './sentiment/score-sentiment.ts'

/** What is around a message: the clock, the time zone, the company's products. */
export type UnderstandingContext = EntityContext

/**
 * The one door: what a message means, as far as it can be told from the message alone.
 * Takes any string, reads its first 4,000 UTF-16 units, and never throws.
 */
export function understand(model: IntentModel, text: string, context: UnderstandingContext): Understanding {
  const bounded = boundText(text)
  const { language, confidence } = detectLanguage(bounded)
  const segments = splitNeeds(model, bounded)
  return {
    language,
    languageConfidence: confidence,
    ...classify(model, bounded),
    ...(segments.length > 1 && { segments }),
    entities: findEntities(bounded, context),
    sentiment: scoreSentiment(bounded),
  }
}
