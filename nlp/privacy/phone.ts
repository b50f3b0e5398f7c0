import { isDay } from './day.ts'
import { type PersonalSpan, spansOf } from './span.ts'

const SEPARATOR = String.raw`[ \u00a0]?[-. ·()/][ \u00a0(]?`
/** `+44 (0)20 7946 0958`, `00 44 …`, `(021) 5888 1234`, `0 7 7 0 0 …`, `212.555.0142`: 7 to 16 digits, parted or not. */
const PARTED = new RegExp(String.raw`(?<![\d+.,])(?:\+|\(\+?)?\d(?:(?:${SEPARATOR})?\d){6,15}(?![\d,]*\d|\s?%)`, 'g')
const CHINESE_NUMERALS = /[零〇一二两三四五六七八九幺]{7,15}/g
/** Parted into pieces like this only a number to dial is: an opening zero, plus or bracket, or groups of three and four. */
const DIALLED =
  /^(?:\+|\(|0)|^\d{3}[-. ]+\d{3}[-. ]+\d{4}$|^1[3-9]\d[-. ]?\d{4}[-. ]?\d{4}$|^[48]00-?\d{3}-?\d{4}$|^\d{3,4}[- ]\d{7,8}$/

/** Telephone numbers. Other numbers as long as these are left to the finder of numbers, which takes them too. */
export function findPhonesAsWritten(text: string): PersonalSpan[] {
  return [
    ...spansOf('phone', text, PARTED, (found) => DIALLED.test(found) && !isDay(found)),
    ...spansOf('phone', text, CHINESE_NUMERALS),
  ]
}
