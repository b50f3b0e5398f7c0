import {
  type DialogueState,
  type Language,
  localize,
  type MessageBody,
  type Need,
  type Serving,
  type Source,
} from '../../domain/index.ts'
import { absenceInWords, type Unattended } from '../promises/index.ts'
import { askBack, explainAgain } from './ask-back.ts'
import { optionsFor } from './dialogue-state.ts'
import type { Mind } from './mind.ts'
import { PHRASES } from './phrases.ts'
import type { TurnOutcome } from './take-turn.ts'

/** Something the company says: a text that stands alone, and what it carries besides. */
export interface Utterance {
  text: string
  body: MessageBody
}

/**
 * What the bot says for a decision, in the customer's language.
 * @param waitingBefore customers already in the queue, for a handover
 * @param unattended where a handover meets nobody
 */
export function reply(mind: Mind, outcome: TurnOutcome, waitingBefore: number, unattended?: Unattended): Utterance[] {
  return offeringPerson(said(mind, outcome, waitingBefore, unattended))
}

function said(mind: Mind, outcome: TurnOutcome, waitingBefore: number, unattended?: Unattended): Utterance[] {
  const { decision, language, state } = outcome
  const phrases = PHRASES[language]
  switch (decision.kind) {
    case 'answer':
    case 'ask':
      return serving(mind, decision, state, language)
    case 'several':
      return decision.parts.flatMap((part) => serving(mind, part, state, language))
    case 'decline-language':
      return [{ text: declineText(mind, language), body: { kind: 'clarification', options: [], offersPerson: true } }]
    case 'smalltalk': {
      const need = mind.needs.get(decision.need)
      return need ? [{ text: answerText(need, language, state.details), body: { kind: 'text', need: need.name } }] : []
    }
    case 'clarify': {
      const options = optionsFor(decision.candidates, mind.needs, language)
      const text = askBack(state, options, mind.needs, language)
      return [{ text, body: { kind: 'clarification', options, offersPerson: true } }]
    }
    case 'explain': {
      const text = explainAgain(state, mind.needs, language)
      return [{ text, body: openQuestion(mind, state, language) }]
    }
    case 'escalate': {
      const handover: Utterance = {
        text: unattended
          ? phrases.handoverLater(absenceInWords(unattended, language))
          : phrases.handover(waitingBefore),
        body: {
          kind: 'handover',
          reasons: decision.reasons,
          waitingBefore,
          ...(unattended && { absence: unattended.absence }),
          ...(unattended?.promise && { promisedBy: unattended.promise.dueAt }),
        },
      }
      // A complaint deserves the company's own words first.
      const own = decision.reasons.includes('need-requires-person') ? outcome.leading : undefined
      return own
        ? [{ text: answerText(own, language, state.details), body: { kind: 'text', need: own.name } }, handover]
        : [handover]
    }
    case 'resolve': {
      const { leading } = outcome
      if (!leading) return [{ text: phrases.goodbye, body: { kind: 'text' } }]
      return [{ text: answerText(leading, language, state.details), body: { kind: 'text', need: leading.name } }]
    }
    default:
      return decision satisfies never
  }
}

/** Whatever the bot does, the customer sees how to reach a person: said with its last words, once. */
function offeringPerson(utterances: Utterance[]): Utterance[] {
  return utterances.map(({ text, body }, index) => {
    const isLast = index === utterances.length - 1
    const isSilent = body.kind === 'text' || body.kind === 'answer' || body.kind === 'question'
    return { text, body: isLast && isSilent ? { ...body, offersPerson: true } : body }
  })
}

/** The question that stays open after an explanation, to be picked from again. */
function openQuestion(mind: Mind, { pending }: DialogueState, language: Language): MessageBody {
  if (pending?.kind === 'clarification') return { kind: 'clarification', options: pending.options, offersPerson: true }
  if (pending?.kind !== 'detail') return { kind: 'text' }
  const { need, detail } = pending
  const choices = mind.needs
    .get(need)
    ?.details.find(({ name }) => name === detail)
    ?.choices?.map((choice) => localize(choice, language))
  return { kind: 'question', need, detail, ...(choices && { choices }) }
}

function serving(mind: Mind, part: Serving, state: DialogueState, language: Language): Utterance[] {
  const need = mind.needs.get(part.need)
  if (!need) return []
  if (part.kind === 'answer') {
    const source = sourceOf(need, language)
    const body = { kind: 'answer', need: need.name, confidence: part.confidence, ...(source && { source }) } as const
    return [{ text: answerText(need, language, state.details), body }]
  }
  const detail = need.details.find(({ name }) => name === part.detail)
  if (!detail) return []
  const again = state.pending?.kind === 'detail' && state.pending.times > 1
  const choices = detail.choices?.map((choice) => localize(choice, language))
  return [
    {
      text: `${again ? PHRASES[language].askAgain : ''}${localize(detail.prompt, language)}`,
      body: { kind: 'question', need: need.name, detail: detail.name, ...(choices && { choices }) },
    },
  ]
}

/** Who writes in a third language may read either of ours: both are said, the likelier first. */
function declineText(mind: Mind, language: Language): string {
  const others = mind.pack.languages.filter((other) => other !== language)
  return [language, ...others].map((spoken) => PHRASES[spoken].otherLanguage(mind.pack.languages)).join('\n')
}

/** The pack's answer with its `{details}` filled in; a detail nobody gave is left out. */
function answerText(need: Need, language: Language, details: Readonly<Record<string, string>>): string {
  return localize(need.answer.text, language)
    .replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? '')
    .trim()
}

function sourceOf(need: Need, language: Language): Source | undefined {
  const { source } = need.answer
  return source && { title: localize(source.title, language), ...(source.url !== undefined && { url: source.url }) }
}
