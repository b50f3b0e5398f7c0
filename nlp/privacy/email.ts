import { type PersonalSpan, spansOf } from './span.ts'

// Every repetition is bounded, so that a long run of letters stays cheap.
const PLAIN =
  /(?<![\w.%+-])[A-Za-z0-9_][\w.%+'-]{0,63} ?@ ?[\p{Script=Latin}\d-]{1,63}(?:\.[\p{Script=Latin}\d-]{1,63}){1,4}|[\w.%+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}/gu
const AT = String.raw` ?[(\[{<] ?(?:at|@) ?[)\]}>] ?| at `
const DOT = String.raw` ?[(\[{<] ?(?:dot|\.) ?[)\]}>] ?| dot |\.`
/** As people write them to hide from machines: `peter (at) example (dot) com`. */
const SPELT = new RegExp(
  String.raw`(?<![\w.])[\w+-]{1,40}(?:(?:\.| dot )[\w+-]{1,40}){0,2}(?:${AT})[\w-]{1,40}(?:(?:${DOT})[\w-]{1,20}){0,2}(?:${DOT})(?:com|net|org|edu|gov|info|io|co|cn|uk|de|fr|es|it|nl|eu|ca|au|me)\b`,
  'gi',
)

/** E-mail addresses, also spelt out. */
export function findEmailsAsWritten(text: string): PersonalSpan[] {
  return [
    ...(text.includes('@') ? spansOf('email', text, PLAIN) : []),
    ...(/\bat\b/i.test(text) ? spansOf('email', text, SPELT) : []),
  ]
}
