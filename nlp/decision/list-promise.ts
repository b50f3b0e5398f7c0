import { LANGUAGES, type Language } from '../../domain/index.ts'
import { type ConformalList, calibrateList, type ListCase, type ListCoverage, measureList } from './conformal-set.ts'

/** A list's threshold with what it promises, and how lists calibrated alike did on cases that they were not calibrated on. */
export interface ListPromise extends ConformalList {
  measured: ListCoverage
}

/**
 * The lists of each language, and their coverage measured by two halves: each half of the cases is measured under a
 * threshold that was calibrated on the other one. The threshold that serves is calibrated on all cases.
 * @param wanted chance that a list holds the true need, 0..1, below 1
 * @param aim what the threshold is calibrated for: more than `wanted` where the cases are easier than what will come
 */
export function promiseLists(
  cases: readonly ListCase[],
  wanted: number,
  aim: number = wanted,
): Record<Language, ListPromise> {
  const promises = LANGUAGES.map((language) => {
    const own = cases.filter((one) => one.language === language)
    return [language, { ...calibrateList(own, aim), wanted, measured: measureByHalves(own, aim) }] as const
  })
  return Object.fromEntries(promises) as Record<Language, ListPromise>
}

function measureByHalves(cases: readonly ListCase[], aim: number): ListCoverage {
  const half = (side: number) => cases.filter((_, i) => i % 2 === side)
  return measureList([
    { cases: half(0), list: calibrateList(half(1), aim) },
    { cases: half(1), list: calibrateList(half(0), aim) },
  ])
}
