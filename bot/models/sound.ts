import { estimateDissatisfaction, priorSatisfaction } from '../../nlp/index.ts'
import type { Mind } from '../turn/mind.ts'

/** Made once: it is the same for every company until ratings of its own replace it. */
const textModel = priorSatisfaction()

/** How dissatisfied the customer sounds, by the text model that every installation has. */
export const soundOf: Mind['wording'] = (language, lines) =>
  estimateDissatisfaction(textModel, language, lines)?.probability
