import jStat from 'jstat'

/**
 * McNemar's test (1947) in its exact, one-sided form: how often so many of the messages that two models read differently
 * fall to the first of them when neither is better. Then each falls to it with 1/2, so this is a tail of the binomial
 * distribution, written as a Beta probability.
 * @param gained messages that only the first reads right
 * @param lost messages that only the second reads right
 * @returns p, 0..1; 1 when nothing was gained
 */
export function mcnemarTest(gained: number, lost: number): number {
  return gained === 0 ? 1 : jStat.beta.cdf(0.5, gained, lost + 1)
}
