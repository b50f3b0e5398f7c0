import { gunzipSync } from 'fflate'
import { findPersonalData } from '../../../nlp/index.ts'

/** Of nobody, and so rare that they are in no other message. */
const FIRST_NAMES = ['Orsolya', 'Thibault', 'Wilhelmina', 'Kasimir', 'Philippa']
const LAST_NAMES = ['Vantreight', 'Okonjolade', 'Brzezicki', 'Quillfeather', 'Haverstock']

/** What tells who somebody is, as texts to look for. */
export type PersonalData = readonly string[]

/** Every tenth customer says who they are. `number`: of the message, so that no two of them are the same. */
export function saysWhoTheyAre(text: string, number: number): { text: string; told: PersonalData } {
  if (number % 10 !== 0) return { text, told: [] }
  const place = number / 10
  const first = FIRST_NAMES[place % FIRST_NAMES.length] ?? ''
  const last = LAST_NAMES[Math.floor(place / FIRST_NAMES.length) % LAST_NAMES.length] ?? ''
  const email = `${first}.${last}${place}@post.example`.toLowerCase()
  const phone = `98201${String(70_000 + 37 * place)}`
  return {
    text: `${text}. My name is ${first} ${last}, my number is ${phone} and my mail is ${email}`,
    told: [`${first} ${last}`, last, phone, email],
  }
}

/** What the rules for personal data see in the messages as they were written by others. */
export function personalDataIn(texts: readonly string[]): PersonalData {
  return texts.flatMap((text) => findPersonalData(text).map(({ start, end }) => text.slice(start, end)))
}

/** Which of them stand anywhere in the bytes, plain or compressed, as UTF-8 or UTF-16, in capitals or not. */
export function foundInBytes(bytes: Uint8Array, data: PersonalData): string[] {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b
  const texts = [bytes, ...(isCompressed ? [gunzipSync(bytes)] : [])].flatMap((all) => {
    // At an odd offset UTF-16 begins in the middle of a letter.
    return [Buffer.from(all).toString('utf8'), inUtf16(all, 0), inUtf16(all, 1)]
  })
  const lower = texts.map((text) => text.toLowerCase())
  return [...new Set(data)].filter((one) => lower.some((text) => text.includes(one.toLowerCase())))
}

/** A copy of whole letters: Node 24 writes past the end when it decodes an odd number of unaligned bytes. */
function inUtf16(bytes: Uint8Array, from: number): string {
  const letters = Math.floor((bytes.length - from) / 2)
  return Buffer.from(bytes.subarray(from, from + 2 * letters)).toString('utf16le')
}
