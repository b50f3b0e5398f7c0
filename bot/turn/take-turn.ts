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
  type DialogueSignals,
  estimateGap,
  readSignals,
  updateBelief,
} from '../../nlp/index.ts'
import { decide } from './decide.ts'
import { stateAfter } from './dialogue-state.ts'
import type { Mind } from './mind.ts'
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
  const details = leading ? fillDetails(leading, before, understanding, text) : before.details
  const answeredBefore = before.answered && before.answered.need === leading?.name ? before.answered.times : 0
  const sentiments = [...before.sentiments, understanding.sentiment].slice(-5)

  const gap = estimateGap({
    belief,
    details: leading?.details ?? [],
    given: new Set(Object.keys(details)),
    signals,
    answeredBefore,
    clarifications: before.clarifications,
    sentiments,
  })
  const decision = decide({ mind, before, belief, leading, details, signals, gap, answeredBefore })
  const heard: DialogueState = {
    ...before,
    belief,
    details,
    sentiments,
    gap,
    refusals: before.refusals + (signals.refuses && before.answered ? 1 : 0),
  }
  return {
    language,
    understanding,
    gap,
    decision,
    ...(leading && { leading }),
    state: stateAfter(heard, decision, mind.needs, language),
  }
}

function believe(
  mind: Mind,
  before: DialogueState,
  understanding: Understanding,
  signals: DialogueSignals,
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
