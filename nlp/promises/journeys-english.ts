const VEHICLE = /\b(?:trains?|flights?|plane|bus|coach|taxi|cab|car|ride|shuttle|ferry)\b|\btr\d{3,}\b/
const GOODS =
  /\b(?:parcel|package|order|replacement|delivery|shipment|courier|technician|refund|letter|voucher|label|item|lamp|it all|everything|new one)\b/
/** "Arrive in Norwich", not "at your door" or "in two days". */
const AT_A_PLACE =
  /\barriv(?:e|es|ing) (?:there\b|(?:at|in|to) (?!you|our|my|pick|collect|deliver|an?\b|about|around|noon|midday|time|good|perfect|one|two|three|four|five|six|seven|ten|the (?:next|course|morning|afternoon|evening|store|shop|latest)|\d))/
const BY_THE_CLOCK =
  /\barriv(?:e|es|ing)(?: (?:closest|at|by|before|around|about|to|that|time|,)){0,4},? \d{1,2}[:.]\d\d/
const DAY = /\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/

/**
 * Whether what "arrives" in an English sentence is a traveller by a timetable and not something that is brought to the
 * customer: "it arrives at 15:07", "the cab will reach you soon".
 * @param sentence in plain form
 */
export function isJourney(sentence: string): boolean {
  if (GOODS.test(sentence)) return false
  return VEHICLE.test(sentence) || AT_A_PLACE.test(sentence) || (BY_THE_CLOCK.test(sentence) && !DAY.test(sentence))
}
