import type { Need } from '../../domain/index.ts'
import type { MissingDetail } from '../../nlp/index.ts'

/** The required details of a need that nobody has given yet, the heaviest first. */
export function missingDetails(need: Need, details: Readonly<Record<string, string>>): MissingDetail[] {
  const required = need.details.filter((detail) => detail.required)
  const total = required.reduce((sum, { weight }) => sum + weight, 0)
  return required
    .filter(({ name }) => details[name] === undefined)
    .map(({ name, weight }) => ({ name, share: weight / total }))
    .sort((a, b) => b.share - a.share)
}
