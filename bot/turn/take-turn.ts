import type {
  Belief,
  Decision,
  Deliberation,
  DialogueState,
  InformationGap,
  Language,
  Need,
  Understanding,
} from '../../domain/index.ts'
import {
  beliefAfterPick,
  beliefRefused,
  beliefWithout,
  estimateGap,
  type GapEvidence,
  gapFeatures,
  type MessageSignals,
  readSignals,
  updateBelief,
} from '../../nlp/index.ts'
import { decide } from './decide.ts'
import { sureNeeds, type WantedNeed } from './decision-input.ts'
import { situationOf, stateAfter } from './dialogue-state.ts'
import { dialogueOf, type EarlierMessage, minutesSinceCompany } from './earlier-lines.ts'
import type { Mind } from './mind.ts'
import { isSmalltalk } from './need-roles.ts'
import { answersQuestion, fillDetails, pickedNeed, ruledOut } from './read-reply.ts'

export interface TurnOutcome {
  language: Language
  understanding: Understanding
  gap: InformationGap
  decision: Decision
  /** When the message was said, epoch milliseconds. */
  at: number
  deliberation: Deliberation
  /** The need the bot believes in most, if any. */
  leading?: Need
  /** What the message before turned out to be about: the customer has picked it from the list. */
  picked?: { seq: number; need: string }
  /** The dialogue after this turn. */
  state: DialogueState
}

const NOTHING_BELIEVED: Belief = { needs: [], noneOfThem: 1 }
/** How sure the bot is of a need when the customer answers the question it asked about that need. */
const SURE_AFTER_DETAIL = 0.95

/** What a customer said, and what is known around it. */
export interface Said {
  text: string
  /** Its number in the conversation. */
  seq: number
  now: number
  /** Spoken when the message itself does not tell ("123", "?"). */
  fallbackLanguage: Language
  /** The customer's segment in the policy. */
  segment?: string
  /** The agent who resolved the conversation before, and could have it again. */
  formerAgentId?: string
  /** The messages before it, oldest first, at most the last twenty; absent where nobody kept them: nothing is known of them then. */
  earlier?: readonly EarlierMessage[]
}

/**
 * One turn of the bot: what the message means, what is believed now, how large the gap is, and what to do.
 * Pure: the same message in the same state gives the same outcome.
 *
 * @param before the dialogue so far
 */
export function takeTurn(mind: Mind, before: DialogueState, said: Said): TurnOutcome {
  const { text, now, seq, fallbackLanguage, segment, formerAgentId } = said
  const understanding = mind.understand(text, now)
  const language = spokenLanguage(understanding, text, fallbackLanguage)
  const signals = readSignals(text)

  const picked = pickedNeed(before, text)
  const belief = picked ? beliefAfterPick(picked.need) : believe(mind, before, understanding, signals, text)
  const leading = mind.needs.get(belief.needs[0]?.need ?? '')
  const wanted = wantedNeeds(mind, before, belief, understanding)
  const details = signals.asksWhatWasUnderstood
    ? before.details
    : wanted.reduce(
        (known, { need }) => fillDetails(need, { ...before, details: known }, understanding, text),
        before.details,
      )
  const sentiments = [...before.sentiments, understanding.sentiment].slice(-5)

  const evidence: GapEvidence = {
    belief,
    confidence: wanted.length > 0 ? Math.min(...wanted.map(({ confidence }) => confidence)) : 0,
    details: wanted.flatMap(({ need }) => need.details),
    given: new Set(Object.keys(details)),
    signals,
    answeredBefore: before.answered && before.answered.need === leading?.name ? before.answered.times : 0,
    clarifications: before.clarifications,
    sentiments,
    language,
    needCount: mind.needs.size,
    ...courseOf(mind, before, said, language),
  }
  const gap = estimateGap(evidence, mind.gapModel.model)
  // Numbers and emoji are in no language at all.
  const languageConfidence = /\p{L}/u.test(text) ? understanding.languageConfidence : 1
  const { decision, by, alternatives } = decide({
    mind,
    before,
    belief,
    wanted,
    details,
    signals,
    gap,
    language,
    languageConfidence,
    ...(segment !== undefined && { segment }),
    ...(formerAgentId !== undefined && { formerAgentId }),
  })
  const heard: DialogueState =
    decision.kind === 'explain'
      ? before
      : {
          ...before,
          belief: wanted.length > 1 ? beliefOver(wanted) : belief,
          details,
          sentiments,
          gap,
          refusals: before.refusals + (signals.refuses && before.answered ? 1 : 0),
          heard: { messages: heardBefore(before) + 1, fromSeq: before.heard?.fromSeq ?? seq },
        }
  const [first] = wanted
  return {
    language,
    understanding,
    gap,
    decision,
    at: now,
    deliberation: {
      before,
      belief,
      ...(first && { leading: { need: first.need.name, probability: first.confidence } }),
      answerAbove: mind.answerAbove,
      ...(segment !== undefined && { segment }),
      ...(formerAgentId !== undefined && { formerAgentId }),
      by,
      alternatives,
      gapEstimate: { modelId: mind.gapModel.id, language, signs: gapFeatures(evidence) },
    },
    ...(leading && { leading }),
    ...(picked && { picked }),
    state: stateAfter(
      heard,
      decision,
      sureNeeds({ mind, wanted }).map(({ need }) => need.name),
      mind.needs,
      language,
      seq,
    ),
  }
}

/** How the conversation has gone since it began, was reopened or came back: what was settled before is none of it. */
function courseOf(
  mind: Mind,
  before: DialogueState,
  { text, seq, now, earlier }: Said,
  language: Language,
): Pick<GapEvidence, 'turn' | 'answeredSoFar' | 'silenceMinutes' | 'wording'> {
  const course = { turn: heardBefore(before) + 1, answeredSoFar: before.answered !== undefined }
  if (!earlier) return course
  const fromSeq = before.heard?.fromSeq ?? seq
  const open = earlier.filter((message) => message.seq >= fromSeq)
  const silenceMinutes = minutesSinceCompany(open, now)
  const wording = mind.wording(language, dialogueOf(open, text))
  return {
    ...course,
    ...(silenceMinutes !== undefined && { silenceMinutes }),
    ...(wording !== undefined && { wording }),
  }
}

/** A state of an older version counts what it kept, five at most. */
function heardBefore({ heard, sentiments }: DialogueState): number {
  return heard?.messages ?? sentiments.length
}

/** The needs the message is about: its several parts where each names one, else what is believed most. */
function wantedNeeds(mind: Mind, before: DialogueState, belief: Belief, understanding: Understanding): WantedNeed[] {
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

/** What is believed after a message with several needs: each of them, alike. */
function beliefOver(wanted: readonly WantedNeed[]): Belief {
  const needs = wanted.map(({ need, confidence }) => ({ need: need.name, probability: confidence / wanted.length }))
  return { needs, noneOfThem: 1 - needs.reduce((sum, { probability }) => sum + probability, 0) }
}

function believe(
  mind: Mind,
  before: DialogueState,
  understanding: Understanding,
  signals: MessageSignals,
  text: string,
): Belief {
  // Asking what was understood says nothing new of the need.
  if (signals.asksWhatWasUnderstood) return before.belief ?? NOTHING_BELIEVED
  const asked = before.pending?.kind === 'detail' ? mind.needs.get(before.pending.need) : undefined
  if (asked && answersQuestion(asked, before, understanding, text)) {
    return beliefAfterPick(asked.name, SURE_AFTER_DETAIL)
  }
  const refused = ruledOut(before, text)
  if (refused) return beliefRefused(before.belief ?? NOTHING_BELIEVED, refused)

  const { noneOfThem } = mind.policy.belief
  const change = mind.topicChange[situationOf(before)]
  const belief = updateBelief(before.belief, understanding, { needCount: mind.needs.size, noneOfThem }, change)
  return signals.refuses && before.answered ? beliefWithout(belief, before.answered.need) : belief
}

/** Digits and signs belong to no language: "CD-104233" must not turn a Chinese conversation English. */
function spokenLanguage(understanding: Understanding, text: string, fallback: Language): Language {
  const words = text.match(/\p{Script=Han}|[\p{L}]{2,}/gu) ?? []
  const coded = understanding.entities.reduce((count, { text: name }) => count + (/\p{L}/u.test(name) ? 1 : 0), 0)
  return words.length > coded ? understanding.language : fallback
}
