import {
  type Conversation,
  type DialogueState,
  type Message,
  type NeedProbability,
  WORTH_NAMING,
} from '../../domain/index.ts'
import type { Mind } from '../turn/mind.ts'
import { isTopic } from '../turn/need-roles.ts'
import { takeTurn } from '../turn/take-turn.ts'

/** What the customer said longer ago has little to do with what they need now. */
const HEARD = 10

/**
 * The dialogue with what the customer has written since the bot fell silent: what it would believe had it listened.
 * What answers a survey or a question about a promise says nothing of a need. It is for the agent's eyes alone; nothing is
 * stored, and nothing is said.
 *
 * @param messages of the conversation, in order
 * @param lastTurnSeq `seq` of the last message that the bot took a turn for; 0 when there is none
 */
export function dialogueNow(
  mind: Mind,
  conversation: Conversation,
  messages: readonly Message[],
  lastTurnSeq: number,
): DialogueState {
  const unheard = messages.filter(
    ({ from, seq, body }) => from === 'customer' && seq > lastTurnSeq && body.kind === 'text',
  )
  let state = conversation.state
  for (const { text, seq, at } of unheard.slice(-HEARD)) {
    const said = { text, seq, now: at, fallbackLanguage: conversation.language }
    const { belief, details } = takeTurn(mind, state, said).state
    state = { ...state, details, ...(belief && { belief }) }
  }
  return state
}

/**
 * What the conversation is about, the likeliest first: the belief given that it is about a topic at all. Who asks for a
 * person, or says thanks, has not changed what they came for.
 *
 * @param handedOverFor the need that the handover is filed under: worth naming in any case
 */
export function topicsOf(
  { belief }: Pick<DialogueState, 'belief'>,
  { needs }: Pick<Mind, 'needs'>,
  handedOverFor: string | undefined,
): NeedProbability[] {
  const topics = (belief?.needs ?? []).filter(({ need }) => isTopic(needs.get(need)))
  const total = topics.reduce((sum, { probability }) => sum + probability, belief?.noneOfThem ?? 0)
  const given = new Map(topics.map(({ need, probability }) => [need, probability / total]))
  if (handedOverFor !== undefined && isTopic(needs.get(handedOverFor))) {
    given.set(handedOverFor, Math.max(WORTH_NAMING, given.get(handedOverFor) ?? 0))
  }
  return [...given]
    .map(([need, probability]) => ({ need, probability }))
    .sort((a, b) => b.probability - a.probability || (a.need < b.need ? -1 : 1))
}
