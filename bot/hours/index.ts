export { absenceAt } from './absence.ts'
export { momentInWords } from './moment-in-words.ts'
export { openingHoursSchema } from './opening-hours.ts'
