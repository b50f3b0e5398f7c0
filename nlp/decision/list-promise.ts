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
 */
export function promiseLists(cases: readonly ListCase[], wanted: number): Record<Language, ListPromise> {
  const promises = LANGUAGES.map((language) => {
    const own = cases.filter((one) => one.language === language)
    return [language, { ...calibrateList(own, wanted), measured: measureByHalves(own, wanted) }] as const
  })
  return Object.fromEntries(promises) as Record<Language, ListPromise>
}

function measureByHalves(cases: readonly ListCase[], wanted: number): ListCoverage {
  const half = (side: number) => cases.filter((_, i) => i % 2 === side)
  return measureList([
    { cases: half(0), list: calibrateList(half(1), wanted) },
    { cases: half(1), list: calibrateList(half(0), wanted) },
  ])
}
