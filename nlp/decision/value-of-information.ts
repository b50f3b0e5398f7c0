import { bayes } from '../gap/belief.ts'

/**
 * What knowing a signal before acting is worth: E[max over actions of the posterior utility] - max of the prior utility.
 * Never negative; 0 when no signal would change the action. Raiffa and Schlaifer (1961), "Applied Statistical Decision
 * Theory", ch. 4. A question is worth asking when this is more than it costs.
 *
 * @param prior P(hypothesis), summing to 1
 * @param signals for each signal P(signal | hypothesis); over all signals they sum to 1 for every hypothesis
 * @param utilities for each action its utility under each hypothesis; at least one action
 */
export function valueOfInformation(
  prior: readonly number[],
  signals: readonly (readonly number[])[],
  utilities: readonly (readonly number[])[],
): number {
  const informed = signals.reduce((sum, likelihood) => {
    const chance = dot(prior, likelihood)
    return sum + chance * bestUtility(bayes(prior, likelihood), utilities)
  }, 0)
  return Math.max(0, informed - bestUtility(prior, utilities))
}

function bestUtility(belief: readonly number[], utilities: readonly (readonly number[])[]): number {
  return Math.max(...utilities.map((utility) => dot(belief, utility)))
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0)
}
