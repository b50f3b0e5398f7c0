import { type RatingInterval, ratingInterval } from '../../analytics/index.ts'
import { bothLanguages, type KnowledgePack, type Language, type Need } from '../../domain/index.ts'
import { compareTexts } from '../../nlp/index.ts'
import { foldAlike, SAME_ANSWER, type SaidBefore } from '../help/index.ts'
import type { AnswerProposal } from '../http/api.ts'
import { isDraftIn } from '../knowledge/index.ts'

/** An answer is given often that stands in so many handovers, of so many customers. */
const OFTEN = { handovers: 3, customers: 2 }
/** An answer is badly rated when so many have rated it and the upper end of the interval is below the middle of the scale. */
const BAD = { ratings: 5, below: 3 }
/** Shorter ones are courtesies and questions back. */
const LEAST_UNITS: Record<Language, number> = { en: 40, zh: 15 }
/** What agents say to more needs than these is a courtesy, however long. */
const MOST_NEEDS = 2

/** What is known about one need in one language. */
export interface NeedAnswers {
  need: Need
  language: Language
  /** Of agents, in handovers about this need that ended well, the latest first. */
  said: readonly SaidBefore[]
  /** Of the bot's answer as it is now, 1..5. */
  ratings: readonly number[]
}

export interface AnswerFacts {
  pack: Pick<KnowledgePack, 'needs' | 'replies'>
  all: readonly NeedAnswers[]
  /** An answer without what was the customer's or the agent's; places that a person must fill or remove are in brackets. */
  anybodys(answer: SaidBefore, need: Need, language: Language): string
}

/** Something that agents said again and again, each time nearly alike. */
interface Fold {
  answers: SaidBefore[]
  handovers: SaidBefore['handover'][]
}

/**
 * Answers of agents to propose as the pack's: given often to a need whose own is a draft or badly rated, at most one for each
 * need and language; what is given most often first.
 */
export function answerProposals({ pack, all, anybodys }: AnswerFacts): AnswerProposal[] {
  const often = all.flatMap((known) => foldsOf(known).map((fold) => ({ ...known, fold })))
  const leaders = often.map(({ fold }) => fold.answers[0]?.text ?? '')
  const canned = (pack.replies ?? []).flatMap(({ text }) => Object.values(text))
  const current = often.map(({ need, language }) => need.answer.text[language] ?? '')
  const alike = compareTexts([...leaders, ...canned, ...current])
  const isSame = (i: number, other: number) => alike(i, other) >= SAME_ANSWER

  const proposals = often.flatMap(({ need, language, fold, ratings }, i): AnswerProposal[] => {
    const told = new Set(often.filter((_, other) => isSame(i, other)).map((other) => other.need.name))
    if (told.size > MOST_NEEDS) return []
    if (canned.some((_, place) => isSame(i, leaders.length + place))) return []
    if (isSame(i, leaders.length + canned.length + i)) return []
    const draft = isDraftIn(need.answer, language)
    const rated = ratingInterval(ratings)
    if (!draft && !isBad(rated)) return []
    return [
      {
        need: need.name,
        title: bothLanguages(need.title),
        language,
        text: clearest(fold.answers.map((answer) => anybodys(answer, need, language))),
        given: fold.handovers.length,
        rated: ratingInterval(fold.handovers.flatMap(({ rating }) => rating ?? [])),
        current: { text: need.answer.text[language] ?? '', draft, rated },
        because: draft ? 'no-answer' : 'badly-rated',
      },
    ]
  })
  const best = new Map<string, AnswerProposal>()
  for (const one of proposals.sort((a, b) => b.given - a.given || b.text.length - a.text.length)) {
    const key = `${one.language} ${one.need}`
    if (!best.has(key)) best.set(key, one)
  }
  return [...best.values()]
}

function foldsOf({ said, language }: NeedAnswers): Fold[] {
  const whole = said.filter(({ text }) => text.length >= LEAST_UNITS[language])
  return foldAlike(whole.map(({ text }) => text))
    .map((places) => {
      const answers = places.flatMap((place) => whole[place] ?? [])
      const handovers = [...new Map(answers.map(({ handover }) => [handover.escalationId, handover])).values()]
      return { answers, handovers }
    })
    .filter(
      ({ handovers }) =>
        handovers.length >= OFTEN.handovers &&
        new Set(handovers.map(({ customerId }) => customerId)).size >= OFTEN.customers,
    )
}

function isBad({ n, high }: RatingInterval): boolean {
  return n >= BAD.ratings && high !== null && high < BAD.below
}

/** Of texts that say the same the one with the fewest places to fill; of several the first. */
function clearest(texts: readonly string[]): string {
  const places = (text: string) => text.match(/[[{]/g)?.length ?? 0
  return texts.reduce((best, text) => (places(text) < places(best) ? text : best), texts[0] ?? '')
}
