import {
  type Decision,
  type DialogueState,
  type Language,
  localize,
  type Need,
  newDialogueState,
} from '../../domain/index.ts'
import type { Situation } from '../../nlp/index.ts'

/**
 * The dialogue after the bot has decided: what is pending, what was answered, how often it asked.
 * @param seq of the customer's message
 * @param wanted names of the needs that the message is about, in order: those not served yet wait in the queue
 */
export function stateAfter(
  heard: DialogueState,
  decision: Decision,
  wanted: readonly string[],
  needs: ReadonlyMap<string, Need>,
  language: Language,
  seq: number,
): DialogueState {
  const { pending, ...open } = heard
  const settled = { ...open, queue: [] }
  switch (decision.kind) {
    case 'answer': {
      const again = heard.answered?.need === decision.need ? heard.answered.times : 0
      return { ...settled, clarifications: 0, answered: { need: decision.need, times: again + 1 } }
    }
    case 'several': {
      const after = decision.parts.reduce(
        (state, part) => ({ ...stateAfter(state, part, [], needs, language, seq), queue: [] }),
        heard,
      )
      return { ...after, queue: stillWaiting(heard, decision.parts, wanted) }
    }
    case 'clarify': {
      const options = optionsFor(decision.candidates, needs, language)
      return { ...settled, clarifications: heard.clarifications + 1, pending: { kind: 'clarification', seq, options } }
    }
    case 'ask': {
      const before = pending?.kind === 'detail' && pending.detail === decision.detail ? pending.times : 0
      return {
        ...settled,
        pending: { kind: 'detail', need: decision.need, detail: decision.detail, times: before + 1 },
        queue: stillWaiting(heard, [decision], wanted),
      }
    }
    case 'decline-language':
      return { ...heard, clarifications: heard.clarifications + 1 }
    case 'smalltalk':
    case 'explain':
      return heard
    case 'escalate':
    case 'resolve':
      return settled
    default:
      return decision satisfies never
  }
}

/** Needs of this message, and those that waited before, that got neither answer nor question. */
function stillWaiting(heard: DialogueState, served: readonly { need: string }[], wanted: readonly string[]): string[] {
  const done = new Set(served.map(({ need }) => need))
  return [...new Set([...wanted, ...heard.queue])].filter((need) => !done.has(need))
}

/** Where the dialogue stands when the next message comes. */
export function situationOf({ pending, answered }: DialogueState): Situation {
  return pending ? 'whilePending' : answered ? 'afterAnswer' : 'otherwise'
}

/** What remains when a conversation comes back to the bot: the details given. Old doubts are settled. */
export function afreshState(before: DialogueState): DialogueState {
  return { ...newDialogueState(), details: before.details }
}

/** The list offered to the customer, in the customer's language. */
export function optionsFor(
  candidates: string[],
  needs: ReadonlyMap<string, Need>,
  language: Language,
): { need: string; title: string }[] {
  return candidates.flatMap((name) => {
    const need = needs.get(name)
    return need ? [{ need: name, title: localize(need.title, language) }] : []
  })
}
