import {
  type Alternative,
  bothLanguages,
  type Conversation,
  type Decision,
  type GapReasonCode,
  type KnowledgePack,
  type Message,
  type Turn,
} from '../../../domain/index.ts'
import { pickedNeed } from '../../turn/read-reply.ts'
import type { DeskAct, DeskStep, NeedTitle } from '../api.ts'

/** Further back an agent does not look to see what was tried. */
const STEPS_SHOWN = 12

export interface TriedFacts {
  conversation: Conversation
  /** In order. */
  turns: readonly Turn[]
  messages: readonly Message[]
}

/** What the bot did with each message and how the customer took it, oldest first; small talk is left out. */
export function triedSteps(facts: TriedFacts, pack: KnowledgePack): DeskStep[] {
  const title = (name: string): NeedTitle =>
    bothLanguages(pack.needs.find((need) => need.name === name)?.title ?? { en: name })
  return facts.turns
    .map((turn, i) => ({ turn, reaction: reactionTo(facts, i) }))
    .filter(({ turn }) => turn.decision.kind !== 'smalltalk')
    .slice(-STEPS_SHOWN)
    .map(({ turn, reaction }) => ({
      seq: turn.seq,
      at: turn.at,
      did: actsOf(turn.decision, reaction, title),
      ...(turn.deliberation && {
        weighed: {
          by: turn.deliberation.by,
          answerAbove: turn.deliberation.answerAbove,
          alternatives: alternativesOf(turn.deliberation.alternatives, turn.decision, title),
        },
      }),
    }))
}

/** How the customer took what the bot did; absent while they have said nothing to it. */
interface Reaction {
  turn: Turn
  /** The need picked from the list that was open. */
  picked?: string
  /** Details known after it. */
  details: Readonly<Record<string, string>>
}

/** To be told what was understood is no reaction: the open question stands until the next message. */
function reactionTo({ turns, messages, conversation }: TriedFacts, i: number): Reaction | undefined {
  const next = turns.findIndex(({ decision }, j) => j > i && decision.kind !== 'explain')
  const turn = turns[next]
  if (!turn) return undefined
  const text = messages.find(({ seq }) => seq === turn.seq)?.text ?? ''
  const picked = turn.deliberation && pickedNeed(turn.deliberation.before, text)?.need
  const { details } = turns[next + 1]?.deliberation?.before ?? conversation.state
  return { turn, details, ...(picked !== undefined && { picked }) }
}

function actsOf(decision: Decision, reaction: Reaction | undefined, title: (name: string) => NeedTitle): DeskAct[] {
  switch (decision.kind) {
    case 'answer':
      return [
        {
          kind: 'answered',
          need: title(decision.need),
          belief: decision.confidence,
          taken: answerTaken(decision.need, reaction),
        },
      ]
    case 'ask': {
      const given = reaction && reaction.details[decision.detail] !== undefined
      const taken = given === undefined ? 'open' : given ? 'given' : 'not-given'
      return [{ kind: 'asked', need: title(decision.need), detail: decision.detail, taken }]
    }
    case 'several':
      return decision.parts.flatMap((part) => actsOf(part, reaction, title))
    case 'clarify': {
      const needs = decision.candidates.map(title)
      if (reaction?.picked !== undefined)
        return [{ kind: 'offered', needs, picked: title(reaction.picked), taken: 'picked' }]
      return [{ kind: 'offered', needs, taken: reaction ? 'nothing-picked' : 'open' }]
    }
    case 'escalate':
      return [{ kind: 'handed-over', reasons: decision.reasons }]
    case 'explain':
    case 'decline-language':
    case 'smalltalk':
    case 'resolve':
      return [{ kind: 'other', decision: decision.kind }]
    default:
      return decision satisfies never
  }
}

function answerTaken(need: string, reaction: Reaction | undefined): Extract<DeskAct, { kind: 'answered' }>['taken'] {
  if (!reaction) return 'open'
  const { gap, decision, deliberation } = reaction.turn
  const says = (code: GapReasonCode) => gap.reasons.some((reason) => reason.code === code)
  const isLast = deliberation?.before.answered?.need === need
  if (isLast && says('answer-refused')) return 'refused'
  if (decision.kind === 'resolve' || says('answer-accepted')) return 'accepted'
  return deliberation?.leading?.need === need ? 'asked-again' : 'moved-on'
}

function alternativesOf(
  alternatives: readonly Alternative[],
  decision: Decision,
  title: (name: string) => NeedTitle,
): NonNullable<DeskStep['weighed']>['alternatives'] {
  const done = decision.kind === 'several' ? decision.parts[0] : decision
  return alternatives.map((alternative) => {
    const { kind, utility } = alternative
    const chosen = kind === done?.kind
    switch (kind) {
      case 'answer':
        return { kind, needs: [title(alternative.need)], utility, chosen }
      case 'ask':
        return { kind, needs: [title(alternative.need)], detail: alternative.detail, utility, chosen }
      case 'clarify':
        return { kind, needs: alternative.candidates.map(title), utility, chosen }
      case 'escalate':
        return { kind, needs: [], utility, chosen }
      default:
        return kind satisfies never
    }
  })
}
