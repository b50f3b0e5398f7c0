import { logistic } from '../../intent/softmax.ts'

/** Turns a score into a probability: top / (1 + exp(-(slope · score + offset))). */
export interface Platt {
  slope: number
  offset: number
  /** 0..1: the probability at the end of the scale. Raters disagree, so even the clearest turn is not certain. */
  top: number
}

const TOPS = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5]
const STEPS = 50

/**
 * Platt's scaling (1999) with the smoothed targets of Lin, Lin and Weng (2007) and a ceiling, by maximum likelihood:
 * Fisher scoring for slope and offset under each of a few ceilings, the likeliest of which is kept.
 * The scores must come from models that had not seen their rows: that is what makes the result calibrated.
 */
export function fitPlatt(scores: readonly number[], positive: readonly boolean[]): Platt {
  const positives = positive.filter(Boolean).length
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (scores.length - positives + 2)
  const targets = positive.map((is) => (is ? high : low))
  return TOPS.map((top) => fitUnder(top, scores, targets)).reduce((best, next) =>
    next.likelihood > best.likelihood ? next : best,
  ).platt
}

function fitUnder(
  top: number,
  scores: readonly number[],
  targets: readonly number[],
): { platt: Platt; likelihood: number } {
  const share = targets.reduce((sum, target) => sum + target, 0) / Math.max(1, targets.length)
  let slope = 0
  let offset = logit(Math.min(0.99, share / top))
  for (let step = 0; step < STEPS; step++) {
    let gradientS = 0
    let gradientO = 0
    // A trace of curvature keeps the step finite when all scores are equal.
    let curveSS = 1e-9
    let curveSO = 0
    let curveOO = 1e-9
    for (const [i, score] of scores.entries()) {
      const inner = logistic(slope * score + offset)
      const p = bounded(top * inner)
      const steepness = top * inner * (1 - inner)
      const error = ((p - (targets[i] as number)) * steepness) / (p * (1 - p))
      const weight = (steepness * steepness) / (p * (1 - p))
      gradientS += error * score
      gradientO += error
      curveSS += weight * score * score
      curveSO += weight * score
      curveOO += weight
    }
    const determinant = curveSS * curveOO - curveSO * curveSO
    if (!(determinant > 0)) break
    const moveS = (curveOO * gradientS - curveSO * gradientO) / determinant
    const moveO = (curveSS * gradientO - curveSO * gradientS) / determinant
    slope -= moveS
    offset -= moveO
    if (Math.abs(moveS) + Math.abs(moveO) < 1e-8) break
  }
  const platt = { slope, offset, top }
  const likelihood = scores.reduce((sum, score, i) => {
    const p = bounded(applyPlatt(platt, score))
    const target = targets[i] as number
    return sum + target * Math.log(p) + (1 - target) * Math.log(1 - p)
  }, 0)
  // A step that ran away makes nothing likely.
  return { platt, likelihood: Number.isFinite(likelihood) ? likelihood : Number.NEGATIVE_INFINITY }
}

/** @returns the probability, 0..1 */
export function applyPlatt({ slope, offset, top }: Platt, score: number): number {
  return top * logistic(slope * score + offset)
}

function logit(p: number): number {
  return Math.log(p / (1 - p))
}

function bounded(p: number): number {
  return Math.min(1 - 1e-9, Math.max(1e-9, p))
}
