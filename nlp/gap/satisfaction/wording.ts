import type { Language } from '../../../domain/index.ts'

/** A cue in both languages. Patterns run over text in the form of `plainText`. */
export type Wording = Record<Language, RegExp>

/** What a long story says about its teller's mood stands at its start or its end. */
const READ_AT_MOST = 600

/** Bounded, lower case, half-width, single spaces: what the cues are written for. */
export function plainText(text: string): string {
  const bounded = text.length > READ_AT_MOST ? `${text.slice(0, 300)} ${text.slice(-300)}` : text
  return bounded.toWellFormed().normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim()
}

/** 1 where the text has the cue. Both languages are tried, because customers mix them. */
export function readCues<Cue extends string>(cues: Record<Cue, Wording>, text: string): Record<Cue, 0 | 1> {
  const plain = plainText(text)
  const found = {} as Record<Cue, 0 | 1>
  for (const cue of Object.keys(cues) as Cue[]) {
    const { en, zh } = cues[cue]
    found[cue] = en.test(plain) || zh.test(plain) ? 1 : 0
  }
  return found
}
