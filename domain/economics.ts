/**
 * The economics of information: what evidence makes of a belief, what a choice is worth under it, and what it is worth to
 * know more. Wherever Candor decides under doubt it decides with these.
 */

/**
 * Bayes' rule over a finite set of hypotheses: posterior proportional to prior times likelihood.
 * @param prior probabilities, summing to 1
 * @param likelihood P(evidence | hypothesis), same length, or all of them times one factor; 0 or more
 * @returns the posterior, summing to 1; the prior itself when the evidence is impossible under every hypothesis
 */
export function bayesUpdate(prior: readonly number[], likelihood: readonly number[]): number[] {
  const joint = prior.map((p, i) => p * (likelihood[i] ?? 0))
  const evidence = joint.reduce((sum, p) => sum + p, 0)
  return evidence > 0 ? joint.map((p) => p / evidence) : [...prior]
}

/** How often a sign is seen where something is so, and where it is not; both 0..1. */
export interface SignalQuality {
  ifSo: number
  ifNot: number
}

/**
 * What seeing a sign, or not seeing it, makes of the belief that something is so (Spence 1973: a signal tells as much as it
 * is seldomer seen where it does not apply).
 * @param prior 0..1
 * @returns 0..1
 */
export function signalPosterior(prior: number, { ifSo, ifNot }: SignalQuality, isSeen: boolean): number {
  const likelihood = isSeen ? [ifSo, ifNot] : [1 - ifSo, 1 - ifNot]
  return bayesUpdate([prior, 1 - prior], likelihood)[0] as number
}

/** Something that may turn out, and what it is then worth, in any one unit. */
export interface Outcome {
  /** 0..1 */
  probability: number
  utility: number
}

/** What a choice is worth on average (von Neumann and Morgenstern 1944). What its outcomes leave out counts as 0. */
export function expectedUtility(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, { probability, utility }) => sum + probability * utility, 0)
}

/**
 * What it is worth to know something before choosing (Raiffa and Schlaifer 1961), its price not taken off.
 * @param known for each thing that may be learnt, how likely that is, and what the best choice is worth then
 * @param unknown what the best choice is worth without it
 * @returns 0 or more where each `utility` is that of the best choice: nobody chooses worse for knowing more
 */
export function valueOfInformation(known: readonly Outcome[], unknown: number): number {
  return expectedUtility(known) - unknown
}
