import { DateTime } from 'luxon'
import type { Entity } from '../../domain/index.ts'
import { findAmounts } from './amount.ts'
import { findChineseDates } from './date-chinese.ts'
import { findEnglishDates } from './date-english.ts'
import { findNumericDates } from './date-numeric.ts'
import { findEmails } from './email.ts'
import { type Found, foldWidth } from './found.ts'
import { findOrderNumbers } from './order-number.ts'
import { findPersonsAndPlaces } from './person-and-place.ts'
import { findPhones } from './phone.ts'
import { findProducts } from './product.ts'

export interface EntityContext {
  /** Milliseconds since the Unix epoch: what "yesterday" is told from. */
  now: number
  /** IANA name, e.g. `Asia/Shanghai`. An unknown one is taken as UTC. */
  timeZone: string
  /** Names to look for. */
  products?: readonly string[]
}

/** More than this in one message is a list or an attack; the rest is left out. */
const MOST_ENTITIES = 100

/** Everything named in a message (bounded, well-formed), in order; where two overlap the surer kind stays. */
export function findEntities(text: string, context: EntityContext): Entity[] {
  const plain = foldWidth(text)
  const zoned = DateTime.fromMillis(context.now, { zone: context.timeZone })
  const now = zoned.isValid ? zoned : DateTime.fromMillis(context.now, { zone: 'utc' })
  // Surest first.
  const candidates = [
    ...findEmails(plain),
    ...findProducts(plain, context.products ?? []),
    ...findAmounts(plain),
    ...findNumericDates(plain, now),
    ...findChineseDates(plain, now),
    ...findEnglishDates(plain, now),
    ...findPhones(plain),
    ...findOrderNumbers(plain),
    ...findPersonsAndPlaces(plain),
  ]
  const kept: Found[] = []
  for (const found of candidates) {
    if (kept.length >= MOST_ENTITIES) break
    if (!kept.some((other) => found.start < other.end && other.start < found.end)) kept.push(found)
  }
  return kept
    .sort((a, b) => a.start - b.start)
    .map(({ type, start, end, value }) => ({ type, text: text.slice(start, end), start, end, value }))
}
