/** Turns a score into a probability: 1 / (1 + exp(-(slope · score + offset))). */
export interface Platt {
  slope: number
  offset: number
}

const STEPS = 50

/**
 * Platt's scaling (1999) with the smoothed targets of Lin, Lin and Weng (2007), fitted by Newton's method.
 * The scores must come from models that had not seen their rows: that is what makes the result calibrated.
 */
export function fitPlatt(scores: readonly number[], positive: readonly boolean[]): Platt {
  const positives = positive.filter(Boolean).length
  const high = (positives + 1) / (positives + 2)
  const low = 1 / (scores.length - positives + 2)
  let slope = 0
  let offset = Math.log((positives + 1) / (scores.length - positives + 1))
  for (let step = 0; step < STEPS; step++) {
    let gradientS = 0
    let gradientO = 0
    // A trace of curvature keeps the step finite when all scores are equal.
    let curveSS = 1e-9
    let curveSO = 0
    let curveOO = 1e-9
    for (const [i, score] of scores.entries()) {
      const p = sigmoid(slope * score + offset)
      const error = p - (positive[i] ? high : low)
      const weight = p * (1 - p)
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
  return { slope, offset }
}

/** @returns the probability, 0..1 */
export function applyPlatt(platt: Platt, score: number): number {
  return sigmoid(platt.slope * score + platt.offset)
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
