export { absenceAt } from './absence.ts'
export { momentInWords } from './moment-in-words.ts'
export {
  addOpenTime,
  endOfOpenDay,
  isOpen,
  lastMinute,
  type OpeningHours,
  openingHoursSchema,
  zoneOf,
} from './opening-hours.ts'
