import type { ServedCounts } from '../../domain/index.ts'
import { type GuardVerdict, turnsForLook, watchModel } from '../../nlp/index.ts'
import { seededRandom } from '../../nlp/intent/random.ts'

/** How a model serves: chances per turn, and what customers and checkers say of it, 0..1. */
export interface ServiceQuality {
  handsOver: number
  answersWrong: number
}

/**
 * Customers who differ: some conversations are three times as likely to be handed over as others, all of their turns alike.
 * One model serves; what is counted is what the store counts.
 * @returns the counts after at least so many turns, and how many there were
 */
function serve(quality: ServiceQuality, turns: number, random: () => number): { counts: ServedCounts; turns: number } {
  const counts = {
    'handed-over': { bad: 0, of: 0 },
    'wrong-answer': { bad: 0, of: 0 },
    'checked-wrong': { bad: 0, of: 0 },
    'not-resolved': { bad: 0, of: 0 },
  }
  const count = (rate: keyof typeof counts, bad: boolean) => {
    counts[rate].of += 1
    if (bad) counts[rate].bad += 1
  }
  let taken = 0
  while (taken < turns) {
    // Half and one and a half times the mean.
    const difficulty = random() < 0.5 ? 0.5 : 1.5
    let [handedOver, answered, wrong] = [false, false, false]
    do {
      taken += 1
      handedOver = random() < quality.handsOver * difficulty
      if (!handedOver) {
        answered = true
        const missed = random() < quality.answersWrong * difficulty
        wrong ||= missed
        if (random() < 0.05) count('checked-wrong', missed)
      }
    } while (!handedOver && random() < 0.6)
    count('handed-over', handedOver)
    if (answered) count('wrong-answer', wrong)
    if (random() < 0.2) count('not-resolved', random() < (wrong ? 0.6 : 0.15))
  }
  return { counts, turns: taken }
}

export interface Watched {
  /** Absent: it was never gone back from. */
  rolledBack?: { turns: number; verdict: GuardVerdict }
}

/** A model that takes over from one that has served `before.turns`, watched over its first `turns`. */
export function watchedService(
  before: ServiceQuality & { turns: number },
  after: ServiceQuality & { turns: number },
  seed: number,
): Watched {
  const random = seededRandom(seed)
  const was = serve(before, before.turns, random).counts
  let is: ServedCounts | undefined
  let taken = 0
  for (let look = 1; turnsForLook(look) <= after.turns; look++) {
    const more = serve(after, turnsForLook(look) - taken, random)
    taken += more.turns
    is = is ? together(is, more.counts) : more.counts
    const verdict = watchModel(was, is, look)
    if (verdict.worse) return { rolledBack: { turns: taken, verdict } }
  }
  return {}
}

function together(a: ServedCounts, b: ServedCounts): ServedCounts {
  const sum = (rate: keyof ServedCounts) => ({ bad: a[rate].bad + b[rate].bad, of: a[rate].of + b[rate].of })
  return {
    'handed-over': sum('handed-over'),
    'wrong-answer': sum('wrong-answer'),
    'checked-wrong': sum('checked-wrong'),
    'not-resolved': sum('not-resolved'),
  }
}
