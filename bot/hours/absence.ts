import type { Absence } from '../../domain/index.ts'
import { isOpen, nextOpening, type OpeningHours } from './opening-hours.ts'

/** @returns undefined while somebody should be there */
export function absenceAt(hours: OpeningHours, companyTimeZone: string, now: number): Absence | undefined {
  if (isOpen(hours, companyTimeZone, now)) return undefined
  const backAt = nextOpening(hours, companyTimeZone, now)
  return backAt === undefined ? {} : { backAt }
}
