import type { GapPart, GapReasonCode } from './gap.ts'
import type { Turn } from './turn.ts'

/** What the reports count turns by, kept beside each turn so that counting millions need not read what was thought. */
export interface TurnFacts {
  /**
   * The need that the turn is counted for: what the bot believed in most, where that was likely enough and more so than none;
   * for a refusal, which names no need, what had been answered or asked about.
   */
  about?: string
  /** The need that the bot answered, where it answered one and nothing else. */
  answered?: string
  /** What the customer held against the last answer: it was refused, or the same was asked again. */
  objection?: Objection
  /** The part that adds most to the gap; absent where nothing does. */
  ledBy?: GapPart
  /** The bot believed in none of the needs, and the message was no reply, call for a person or small talk. */
  uncovered: boolean
  /** An answer stood when the customer wrote: what the turn shows may be about it. */
  answerStood: boolean
}

export type Objection = 'refused' | 'repeated'

/** Absent: what speaks for the customer being served, and what is no cause by itself. */
const PART_OF: Partial<Record<GapReasonCode, GapPart>> = {
  'need-unclear': 'understanding',
  'need-unknown': 'understanding',
  'detail-missing': 'detail',
  'answer-refused': 'answer',
  'need-repeated': 'answer',
  'clarification-failed': 'answer',
  'sentiment-falling': 'answer',
  'asked-for-person': 'answer',
  swears: 'answer',
  'gives-up': 'answer',
  'long-silence': 'answer',
  'wording-dissatisfied': 'answer',
}

/** A need that is less likely than this is no more than a guess, 0..1. */
export const WORTH_NAMING = 0.2

export function turnFacts(turn: Turn): TurnFacts {
  const { decision, gap, deliberation } = turn
  const has = (code: GapReasonCode) => gap.reasons.some((reason) => reason.code === code)
  const ledBy = leadingPart(turn)
  const objection = has('answer-refused') ? 'refused' : has('need-repeated') ? 'repeated' : undefined
  const uncovered = isUncovered(turn)
  const about = objection === 'refused' ? needSpokenOf(turn) : uncovered ? undefined : likelyNeed(turn)
  return {
    ...(about !== undefined && { about }),
    ...(decision.kind === 'answer' && { answered: decision.need }),
    ...(objection && { objection }),
    ...(ledBy && { ledBy }),
    uncovered,
    answerStood: deliberation?.before.answered !== undefined,
  }
}

function likelyNeed({ deliberation }: Turn): string | undefined {
  const leading = deliberation?.leading
  return leading && leading.probability >= WORTH_NAMING ? leading.need : undefined
}

function needSpokenOf({ deliberation }: Turn): string | undefined {
  const { pending, answered } = deliberation?.before ?? {}
  return pending?.kind === 'detail' ? pending.need : answered?.need
}

function leadingPart({ gap }: Turn): GapPart | undefined {
  const sums: Record<GapPart, number> = { understanding: 0, detail: 0, answer: 0 }
  for (const { code, contribution } of gap.reasons) {
    const part = PART_OF[code]
    if (part) sums[part] += contribution
  }
  const [first] = (Object.keys(sums) as GapPart[]).sort((a, b) => sums[b] - sums[a])
  return first && sums[first] > 0 ? first : undefined
}

function isUncovered({ decision, deliberation, gap }: Turn): boolean {
  if (!deliberation) return false
  const { needs, noneOfThem } = deliberation.belief
  if (noneOfThem < (needs[0]?.probability ?? 0)) return false
  switch (decision.kind) {
    case 'smalltalk':
    case 'resolve':
    case 'explain':
    case 'decline-language':
      return false
    case 'escalate':
      if (decision.reasons.includes('asked-for-person')) return false
      break
  }
  // "That is not what I asked" speaks of the answer and names no need.
  return !gap.reasons.some(({ code }) => code === 'answer-refused' || code === 'asked-for-person')
}
