import { foldWidth } from '../entities/found.ts'
import { findChineseAddresses } from './address-chinese.ts'
import { findEnglishAddresses } from './address-english.ts'
import { findEmailsAsWritten } from './email.ts'
import { findKnownNumbers, findLongNumbers } from './number.ts'
import { findChineseNames } from './person-chinese.ts'
import { findLatinNames } from './person-latin.ts'
import { findPhonesAsWritten } from './phone.ts'
import { hidePlaceholders } from './placeholders.ts'
import { mergeSpans, type PersonalSpan } from './span.ts'

/** Personal data in a message, in order, without overlaps. Errs towards too much for numbers. Placeholders are none. */
export function findPersonalData(text: string): PersonalSpan[] {
  const plain = foldWidth(hidePlaceholders(text.toWellFormed()))
  // Surest first.
  return mergeSpans([
    ...findEmailsAsWritten(plain),
    ...findEnglishAddresses(plain),
    ...findChineseAddresses(plain),
    ...findKnownNumbers(plain),
    ...findPhonesAsWritten(plain),
    ...findLongNumbers(plain),
    ...findLatinNames(plain),
    ...findChineseNames(plain),
  ])
}
