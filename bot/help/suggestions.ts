import {
  bothLanguages,
  type KnowledgePack,
  type Language,
  type NeedProbability,
  WORTH_NAMING,
} from '../../domain/index.ts'
import { compareTexts } from '../../nlp/index.ts'
import type { DeskSuggestion } from '../http/api.ts'
import { foldAlike, SAME_ANSWER } from './fold-alike.ts'
import type { SaidBefore } from './said-before.ts'

/** One for each of the keys 1 to 5. */
export const MOST_SUGGESTIONS = 5
/** Further down nothing is worth the time that it takes to look for names in it. */
const MOST_CONSIDERED = 15
/** A question with another need must be as alike as this to lend its answer, 0..1: "where is my …" alone is not enough. */
const SAME_QUESTION = 0.8
/** What a need in common says of an answer, against the same question, which says all. */
const NEED_COUNTS = 0.5
/** Ratings an answer starts with, 1..5: a single 5 must not outdo twenty that are nearly so. */
const USUAL_RATING = { value: 4, weight: 2 }

export interface SuggestionFacts {
  pack: Pick<KnowledgePack, 'needs'>
  language: Language
  /** What the conversation is about, the likeliest first. */
  topics: readonly NeedProbability[]
  details: Readonly<Record<string, string>>
  /** What the customer has written and no agent answered. */
  asked: string
  /** What the company has said in this conversation. */
  said: readonly string[]
  /** What agents said to others, the latest first, in this language. */
  before: readonly SaidBefore[]
  /** An answer to another customer without what was theirs; undefined where that cannot be. */
  forThisCustomer(answer: SaidBefore): string | undefined
}

interface Candidate {
  /** How likely it helps, 0..1: for the order alone. */
  score: number
  /** As it was written, to be compared with others. */
  text: string
  /** Written out when its turn comes, for most never do. */
  suggestion(): DeskSuggestion | undefined
}

/**
 * Answers to suggest to an agent, the best first, at most five: the pack's for the needs that are likely, and what agents
 * said to others with the same need or the same question. None twice, none that was said already. The same facts give the
 * same suggestions.
 */
export function suggestions(facts: SuggestionFacts): DeskSuggestion[] {
  const candidates = [...fromPack(facts), ...fromResolved(facts)]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CONSIDERED)
  const alike = compareTexts([...facts.said, ...candidates.map(({ text }) => text)])
  const known = [...facts.said.keys()]
  const found: DeskSuggestion[] = []
  for (const [i, candidate] of candidates.entries()) {
    if (found.length === MOST_SUGGESTIONS) break
    const place = facts.said.length + i
    if (known.some((other) => alike(place, other) >= SAME_ANSWER)) continue
    const suggestion = candidate.suggestion()
    // Two that differ in nothing but what was another's are the same once it is replaced.
    if (!suggestion || [...facts.said, ...found.map(({ text }) => text)].includes(suggestion.text)) continue
    known.push(place)
    found.push(suggestion)
  }
  return found
}

function fromPack({ pack, language, topics, details }: SuggestionFacts): Candidate[] {
  return topics.flatMap(({ need: name, probability }) => {
    const need = pack.needs.find((one) => one.name === name)
    const text = need?.answer.draft ? undefined : need?.answer.text[language]
    if (!need || text === undefined || text.trim() === '' || probability < WORTH_NAMING) return []
    const filled = text.replace(/\{(\w+)\}/g, (_, detail: string) => details[detail] ?? `[${detail}]`).trim()
    const title = bothLanguages(need.title)
    return [
      {
        score: probability,
        text: filled,
        suggestion: () => ({ from: 'pack', text: filled, language, need: title, probability }),
      },
    ]
  })
}

/** Something that agents said, each time alike. */
interface Fold {
  answers: SaidBefore[]
  /** How alike the question of each was to the customer's, 0..1. */
  similarities: number[]
}

function fromResolved(facts: SuggestionFacts): Candidate[] {
  const { pack, language, topics, forThisCustomer } = facts
  const belief = new Map(topics.map(({ need, probability }) => [need, probability]))
  const beliefIn = ({ handover }: SaidBefore) => belief.get(handover.need ?? '') ?? 0
  return foldsOf(facts).flatMap(({ answers, similarities }) => {
    const similarity = Math.max(...similarities)
    const fits = similarity >= SAME_QUESTION || answers.some((answer) => beliefIn(answer) >= WORTH_NAMING)
    if (!fits) return []
    // The mean, not the best: what agents say whatever they are asked helps nobody.
    const relevance = mean(
      answers.map((one, i) => 1 - (1 - (similarities[i] ?? 0)) * (1 - NEED_COUNTS * beliefIn(one))),
    )
    const handovers = [...new Map(answers.map(({ handover }) => [handover.escalationId, handover])).values()]
    const ratings = handovers.flatMap(({ rating }) => rating ?? [])
    return [
      {
        score: relevance * usefulness(handovers.length, ratings),
        text: answers[0]?.text ?? '',
        suggestion() {
          const text = answers.map(forThisCustomer).find((clean) => clean !== undefined)
          if (text === undefined) return undefined
          const need = pack.needs.find(({ name }) => name === answers[0]?.handover.need)
          return {
            from: 'resolved',
            text,
            language,
            used: handovers.length,
            similarity,
            ...(need && { need: bothLanguages(need.title) }),
            ...(ratings.length > 0 && { meanRating: mean(ratings) }),
          }
        },
      },
    ]
  })
}

/** Answers that are nearly the same as one, the latest first. */
function foldsOf({ asked, before }: SuggestionFacts): Fold[] {
  const question = compareTexts([asked, ...before.map((answer) => answer.question)])
  return foldAlike(before.map(({ text }) => text)).map((members) => ({
    answers: members.flatMap((i) => before[i] ?? []),
    similarities: members.map((i) => question(0, i + 1)),
  }))
}

/** 0..1: rises with every use, and with the ratings of the conversations it was used in. */
function usefulness(used: number, ratings: readonly number[]): number {
  const { value, weight } = USUAL_RATING
  const rating = ratings.reduce((sum, one) => sum + one, value * weight) / (ratings.length + weight)
  return (1 - 0.5 ** used) * (rating / 5)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
