const YEAR_FIRST = /^(?:19|20)\d{2}([-./ ])\d{1,2}\1\d{1,2}(?: \d{1,2})?$/
const YEAR_LAST = /^\d{1,2}([-./ ])\d{1,2}\1(?:19|20)\d{2}(?: \d{1,2})?$/
const SHORT_YEAR = /^\d{1,2}([./])\d{1,2}\1\d{2}$/

/** Whether digits and what parts them are a calendar day, perhaps with the hour behind. */
export function isDay(found: string): boolean {
  return [YEAR_FIRST, YEAR_LAST, SHORT_YEAR].some((form) => form.test(found))
}
