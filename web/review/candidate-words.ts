import type { CandidateAct, CandidateView, Language, Meant } from '../../bot/http/api.ts'
import type { NamedNeed } from '../shared/matching-needs.ts'
import { count } from '../shared/numbers.ts'
import type { ReviewWords } from './words/en.ts'

/** What an accepted message means. */
export type Meaning = Extract<CandidateAct, { kind: 'accept' }>['meant']

export type GainReason = 'uncertain' | 'manyAlike' | 'unlikeOthers'

/** From here on a part of the gain is worth a word: three others that are alike make a density of 0.75. */
const NOTABLE: Record<GainReason, number> = { uncertain: 0.5, manyAlike: 0.75, unlikeOthers: 0.75 }

export function meaningTitle(
  meant: Meant,
  needs: readonly NamedNeed[],
  language: Language,
  words: Pick<ReviewWords, 'meant'>,
): string {
  if (meant.kind !== 'need') return words.meant[meant.kind]
  return needs.find(({ name }) => name === meant.need)?.title[language] ?? meant.need
}

/** Why a message stands where it stands, the strongest first; where no part is notable, the strongest alone. */
export function gainReasons({ uncertainty, density, diversity }: NonNullable<CandidateView['gain']>): GainReason[] {
  const parts: [GainReason, number][] = [
    ['uncertain', uncertainty],
    ['manyAlike', density],
    ['unlikeOthers', diversity],
  ]
  const ranked = parts
    .map(([reason, part]) => ({ reason, strength: part / NOTABLE[reason] }))
    .sort((a, b) => b.strength - a.strength)
  return ranked.filter(({ strength }, place) => place === 0 || strength >= 1).map(({ reason }) => reason)
}

/** How often and by whom it was written: `7 messages from 5 customers`. */
export function writtenBy({ messages, customers }: CandidateView, language: Language, words: ReviewWords): string {
  if (messages === 1) return words.writtenOnce
  return words.written(count(messages, language), count(customers, language), customers === 1)
}

/** Who said what a message means. */
export function sayer({ source, byName }: CandidateView['verdicts'][number], words: ReviewWords): string {
  if (source === 'pick') return words.saidBy.pick
  return byName === undefined ? words.saidBy[source] : words.saidByName[source](byName)
}

/** What an act did, for who has just done it. */
export function doneText(act: CandidateAct, title: (meant: Meaning) => string, words: ReviewWords): string {
  switch (act.kind) {
    case 'accept':
      return words.acceptedAs(title(act.meant))
    case 'reject':
      return words.rejected
    case 'undo':
      return words.putBack
    default:
      return act satisfies never
  }
}

/** So much of a message that one recognises it. */
export function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= 60 ? text : `${letters.slice(0, 59).join('')}…`
}
