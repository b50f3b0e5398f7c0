import type { Outcome } from './run-measurement.ts'

/** One size of the synthetic data. */
export interface Size {
  needs: number
  examples: number
}

const NEEDS = [10, 100, 1_000]
const EXAMPLES = [1_000, 10_000, 100_000]

/** The sizes to measure, smaller ones first; every need has at least two examples, or it cannot be calibrated. */
export const SIZES: Size[] = EXAMPLES.flatMap((examples) =>
  NEEDS.filter((needs) => examples >= 2 * needs).map((needs) => ({ needs, examples })),
)

export const QUICK_SIZES: Size[] = SIZES.filter(({ examples }) => examples === EXAMPLES[0])

/** What a candidate has come to at smaller sizes: too slow there is too slow at every larger one. */
export function expectTooSlow(size: Size, before: { size: Size; outcome: Outcome }[]): Outcome | undefined {
  return before.find(
    ({ outcome, size: { needs, examples } }) =>
      outcome.kind === 'too-slow' && needs <= size.needs && examples <= size.examples,
  )?.outcome
}
