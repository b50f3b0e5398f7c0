import { LANGUAGES, type Language } from '../../domain/index.ts'
import { type ListCase, LONGEST_LIST } from '../decision/conformal-set.ts'
import { detectLanguage } from '../language/detect.ts'
import { type Mix, mixScores } from './calibration.ts'
import { type HeldOutMessage, judgeHeldOut } from './cross-fit.ts'
import { outOfScopeProbability, type ScopeModel } from './out-of-scope.ts'
import { softmax } from './softmax.ts'

/** Of surer messages no list is offered. */
const UNSURE_BELOW = 0.9
/** With fewer unsure examples of a language than this, all of them have to do. */
const ENOUGH = 40
/** Per language; more do not move the threshold. */
const MOST = 500

/**
 * Held-out examples as cases for lists to choose from: what would have been offered for them, and what they really are.
 * Of each language those that the classifier was not sure of, since only of such messages lists are offered.
 * @param texts by row
 */
export function listCases(
  held: readonly HeldOutMessage[],
  { mix, scope, needs, texts }: { mix: Mix; scope: ScopeModel; needs: readonly string[]; texts: readonly string[] },
): ListCase[] {
  const cases = held.filter(({ label }) => label >= 0).map((message) => caseOf(message, mix, scope, needs, texts))
  return LANGUAGES.flatMap((language) => chosen(cases, language))
}

function caseOf(
  message: HeldOutMessage,
  mix: Mix,
  scope: ScopeModel,
  needs: readonly string[],
  texts: readonly string[],
): ListCase {
  const probabilities = mixScores(mix, message.scores)
  softmax(probabilities)
  const inScope = 1 - outOfScopeProbability(scope, judgeHeldOut(message, mix).signs)
  const ranked = Array.from(probabilities, (probability, k) => ({
    need: needs[k] ?? '',
    probability: probability * inScope,
  })).sort((a, b) => b.probability - a.probability)
  return {
    language: detectLanguage(texts[message.row] ?? '').language,
    needs: ranked.slice(0, LONGEST_LIST),
    truth: needs[message.label],
  }
}

function chosen(cases: readonly ListCase[], language: Language): ListCase[] {
  const own = cases.filter((one) => one.language === language)
  const unsure = own.filter(({ needs }) => (needs[0]?.probability ?? 0) < UNSURE_BELOW)
  const taken = unsure.length >= ENOUGH ? unsure : own
  const stride = Math.ceil(taken.length / MOST)
  return taken.filter((_, i) => i % stride === 0)
}
