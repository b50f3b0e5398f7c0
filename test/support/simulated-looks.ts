import { type AnswerPromise, type DatedOutcome, lookAgain, NO_LOOKS, solveAnswerThreshold } from '../../nlp/index.ts'
import { draw, naiveThreshold, type SimulatedCompany, trueAnswered, trueRisk } from './simulated-company.ts'

/** What a way of choosing thresholds came to over many companies. Shares, 0..1. */
export interface Tally {
  /** Companies in which any threshold that was ever in force broke the promise. */
  broken: number
  /** Companies that had a threshold in the end. */
  shown: number
  /** Mean share of messages answered under the last threshold; nothing where there is none. */
  answered: number
}

/** A way of choosing a threshold from the labels of a look; undefined: none, the one before stays. */
type Chooser = (used: DatedOutcome[]) => number | undefined

/**
 * Companies that label message by message and look as the product does, each time with all labels so far;
 * `same` is the same bound with its full confidence at every look, `naive` the threshold that looks right on the labels.
 * @param labels of each company in the end
 */
export function simulateLooks(
  company: SimulatedCompany,
  { companies, labels, promise }: { companies: number; labels: number; promise: AnswerPromise },
  random: () => number,
): { spent: Tally; same: Tally; naive: Tally; looks: number } {
  const lives = Array.from({ length: companies }, () => {
    const outcomes = draw(company, labels, random).map((outcome, at) => ({ ...outcome, at: at + 1 }))
    const spent: number[] = []
    const sizes: number[] = []
    let looks = NO_LOOKS
    for (let look = lookAgain(outcomes, looks, promise); look; look = lookAgain(outcomes, looks, promise)) {
      looks = look.looks
      sizes.push(looks.labels)
      if (look.guarantee.kind === 'guaranteed') spent.push(look.guarantee.answerAbove)
    }
    return { outcomes, sizes, spent, looks: looks.taken }
  })
  const each = (choose: Chooser) =>
    lives.map(({ outcomes, sizes }) => sizes.flatMap((size) => choose(outcomes.slice(0, size)) ?? []))
  return {
    spent: tally(
      company,
      lives.map(({ spent }) => spent),
      promise,
    ),
    // Worked out for who asks only: they take as long again as the product's own looks.
    get same() {
      const choose: Chooser = (used) => {
        const found = solveAnswerThreshold(used, promise)
        return found.kind === 'guaranteed' ? found.answerAbove : undefined
      }
      return tally(company, each(choose), promise)
    },
    get naive() {
      return tally(
        company,
        each((used) => naiveThreshold(used, promise.risk)),
        promise,
      )
    },
    looks: lives[0]?.looks ?? 0,
  }
}

/** @param thresholds of each company, in the order they were in force */
function tally(company: SimulatedCompany, thresholds: number[][], { risk }: AnswerPromise): Tally {
  const share = (count: number) => count / thresholds.length
  const answered = thresholds.map((each) => {
    const last = each.at(-1)
    return last === undefined ? 0 : trueAnswered(company, last)
  })
  return {
    broken: share(thresholds.filter((each) => each.some((one) => trueRisk(company, one) > risk)).length),
    shown: share(thresholds.filter((each) => each.length > 0).length),
    answered: share(answered.reduce((sum, one) => sum + one, 0)),
  }
}
