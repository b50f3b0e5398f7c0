export { absenceAt } from './absence.ts'
export { momentInWords } from './moment-in-words.ts'
export {
  addOpenTime,
  endOfOpenDay,
  lastMinute,
  type OpeningHours,
  openingHoursSchema,
  zoneOf,
} from './opening-hours.ts'
