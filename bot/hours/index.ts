export { absenceAt } from './absence.ts'
export { momentInWords } from './moment-in-words.ts'
export { addOpenTime, openingHoursSchema } from './opening-hours.ts'
