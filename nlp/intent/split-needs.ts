import type { NeedSegment } from '../../domain/index.ts'
import { classify, type IntentModel } from './model.ts'

/** Parts below this are not sure enough to be a need of their own. */
const SURE = 0.7
/** Customers rarely ask three things at once; more parts than this is a story, not a list. */
const MOST_PARTS = 6
/** A longer message is a story. */
const LONGEST = 400

// Where one request ends and the next begins: the end of a sentence, and words that add something. A comma alone is
// none: what follows it mostly explains ("it has not been sent, can I cancel it?").
const BOUNDARY =
  /[.?!;\n。？！；]+\s*(?:(?:and|also|then|plus)\b\s*)*|[,\s]\s*(?:and|also|plus)\s+(?:(?:also|then|please)\s+)*|[，,]?(?:还有|另外|顺便|以及|同时)[，,]?/gi

/**
 * The needs of a message that holds several, each with its part, in order; a single part otherwise, or none
 * when nothing is sure. Neighbouring parts with the same need are one; unsure parts are left out.
 */
export function splitNeeds(model: IntentModel, text: string): NeedSegment[] {
  const parts = text.length > LONGEST ? [] : partsOf(text)
  if (parts.length < 2 || parts.length > MOST_PARTS) return []
  const segments: NeedSegment[] = []
  for (const { start, end } of parts) {
    const { needs, outOfScope } = classify(model, text.slice(start, end))
    const first = needs[0]
    if (first === undefined || first.probability < SURE || outOfScope > model.threshold) continue
    const before = segments.at(-1)
    if (before?.need === first.need) {
      before.end = end
      before.text = text.slice(before.start, end)
      before.probability = Math.max(before.probability, first.probability)
    } else segments.push({ start, end, text: text.slice(start, end), ...first })
  }
  return segments
}

function partsOf(text: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = []
  let start = 0
  const close = (end: number) => {
    if (isLongEnough(text.slice(start, end))) parts.push({ start, end })
  }
  for (const match of text.matchAll(BOUNDARY)) {
    close(match.index)
    start = match.index + match[0].length
  }
  close(text.length)
  return parts
}

// "Hi," and "please" are no requests; two words or three Chinese characters can be.
function isLongEnough(part: string): boolean {
  const words = part.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length >= 2 || /\p{Script=Han}{3}/u.test(part)
}
