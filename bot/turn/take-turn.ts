import type {
  Belief,
  Decision,
  DialogueState,
  InformationGap,
  Language,
  Need,
  Understanding,
} from '../../domain/index.ts'
import {
  beliefAfterPick,
  beliefWithout,
  estimateGap,
  type MessageSignals,
  readSignals,
  updateBelief,
} from '../../nlp/index.ts'
import { decide } from './decide.ts'
import { stateAfter } from './dialogue-state.ts'
import type { Mind } from './mind.ts'
import { isSmalltalk } from './need-roles.ts'
import { answersQuestion, fillDetails, pickedNeed } from './read-reply.ts'

export interface TurnOutcome {
  language: Language
  understanding: Understanding
  gap: InformationGap
  decision: Decision
  /** The need the bot believes in most, if any. */
  leading?: Need
  /** The dialogue after this turn. */
  state: DialogueState
}

/** How sure the bot is of a need when the customer answers the question it asked about that need. */
const SURE_AFTER_DETAIL = 0.9

/**
 * One turn of the bot: what the message means, what is believed now, how large the gap is, and what to do.
 * Pure: the same message in the same state gives the same outcome.
 *
 * @param before the dialogue so far
 * @param fallbackLanguage spoken when the message itself does not tell ("123", "?")
 */
export function takeTurn(
  mind: Mind,
  before: DialogueState,
  text: string,
  fallbackLanguage: Language,
  now: number,
): TurnOutcome {
  const understanding = mind.understand(text, now)
  const language = spokenLanguage(understanding, text, fallbackLanguage)
  const signals = readSignals(text)

  const belief = believe(mind, before, understanding, signals, text)
  const leading = mind.needs.get(belief.needs[0]?.need ?? '')
  const wanted = wantedNeeds(mind, before, belief, understanding)
  const details = wanted.reduce(
    (known, { need }) => fillDetails(need, { ...before, details: known }, understanding, text),
    before.details,
  )
  const sentiments = [...before.sentiments, understanding.sentiment].slice(-5)

  const gap = estimateGap({
    belief,
    confidence: wanted.length > 0 ? Math.min(...wanted.map(({ confidence }) => confidence)) : 0,
    details: wanted.flatMap(({ need }) => need.details),
    given: new Set(Object.keys(details)),
    signals,
    answeredBefore: before.answered && before.answered.need === leading?.name ? before.answered.times : 0,
    clarifications: before.clarifications,
    sentiments,
  })
  // Numbers and emoji are in no language at all.
  const languageConfidence = /\p{L}/u.test(text) ? understanding.languageConfidence : 1
  const decision = decide({ mind, before, belief, wanted, details, signals, gap, languageConfidence })
  const heard: DialogueState = {
    ...before,
    belief,
    details,
    sentiments,
    gap,
    refusals: before.refusals + (signals.refuses && before.answered ? 1 : 0),
  }
  const sure = wanted.filter(({ confidence }) => confidence >= mind.policy.decide.answerAbove)
  return {
    language,
    understanding,
    gap,
    decision,
    ...(leading && { leading }),
    state: stateAfter(
      heard,
      decision,
      sure.map(({ need }) => need.name),
      mind.needs,
      language,
    ),
  }
}

/** The needs the message is about: its several parts where each names one, else what is believed most. */
function wantedNeeds(
  mind: Mind,
  before: DialogueState,
  belief: Belief,
  understanding: Understanding,
): { need: Need; confidence: number }[] {
  // While a question is open, a message with a comma in it is an answer, not a new list.
  const segments = before.pending ? [] : (understanding.segments ?? [])
  const parts = segments.flatMap(({ need: name, probability }) => {
    const need = mind.needs.get(name)
    return need && !isSmalltalk(need) ? [{ need, confidence: probability }] : []
  })
  const distinct = parts.filter(({ need }, i) => parts.findIndex((other) => other.need === need) === i)
  if (distinct.length > 1) return distinct
  const [first] = belief.needs
  const need = mind.needs.get(first?.need ?? '')
  return first && need ? [{ need, confidence: first.probability }] : []
}

function believe(
  mind: Mind,
  before: DialogueState,
  understanding: Understanding,
  signals: MessageSignals,
  text: string,
): Belief {
  const picked = pickedNeed(before, text)
  if (picked) return beliefAfterPick(picked)

  const asked = before.pending?.kind === 'detail' ? mind.needs.get(before.pending.need) : undefined
  if (asked && answersQuestion(asked, before, understanding, text)) {
    return beliefAfterPick(asked.name, SURE_AFTER_DETAIL)
  }

  const { noneOfThem, topicChange } = mind.policy.belief
  const change = before.pending
    ? topicChange.whilePending
    : before.answered
      ? topicChange.afterAnswer
      : topicChange.otherwise
  const belief = updateBelief(before.belief, understanding, { needCount: mind.needs.size, noneOfThem }, change)
  return signals.refuses && before.answered ? beliefWithout(belief, before.answered.need) : belief
}

/** Digits and signs belong to no language: "CD-104233" must not turn a Chinese conversation English. */
function spokenLanguage(understanding: Understanding, text: string, fallback: Language): Language {
  const words = text.match(/\p{Script=Han}|[\p{L}]{2,}/gu) ?? []
  const coded = understanding.entities.reduce((count, { text: name }) => count + (/\p{L}/u.test(name) ? 1 : 0), 0)
  return words.length > coded ? understanding.language : fallback
}
