import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { answeredNeeds } from '../../../domain/index.ts'
import type { Period, RecordedConversation, RecordedTurn, Store } from '../../../store/index.ts'
import type { Policy } from '../../policy/index.ts'
import { type Truth, truthOf } from '../../what-if/index.ts'
import { endedEpisodes } from '../ended-episodes.ts'
import { finalOutcome } from '../episode-facts.ts'
import type { PolicyOutcomes } from './figures.ts'

/** The newest of them tell as well as all, and fit into memory. */
const MOST_CONVERSATIONS = 3_000
export const FOLDS = 5

/** An episode that a person took over and ended, and the share of the need that was met, 0..1. */
export interface TakenOver {
  conversationId: string
  after: number
  endedAt: number
  met: number
}

/** The record as far as a policy can be judged by it. */
export interface PolicyEvidence {
  /** Conversations with a message of which somebody said what it was about. */
  conversations: readonly RecordedConversation[]
  takenOver: readonly TakenOver[]
}

/** What the record of a period says. Lets other work in after every conversation. */
export async function readPolicyEvidence(
  store: Pick<Store, 'turns' | 'episodes'>,
  { gap }: Pick<Policy, 'gap'>,
  period: Period,
  now: number,
): Promise<PolicyEvidence> {
  const takenOver: TakenOver[] = []
  for await (const episode of endedEpisodes(store, period)) {
    if (episode.verdict !== 'resolved' && episode.verdict !== 'unresolved') continue
    const outcome = finalOutcome(episode, gap, now)
    if (outcome?.kind !== 'known') continue
    const { conversationId, previousEndAt = Number.NEGATIVE_INFINITY, endedAt } = episode
    takenOver.push({ conversationId, after: previousEndAt, endedAt, met: outcome.met })
  }
  const conversations: RecordedConversation[] = []
  for await (const conversation of store.turns.recorded(period)) {
    if (conversation.turns.some((turn) => fairTruth(turn))) conversations.push(conversation)
    if (conversations.length === MOST_CONVERSATIONS) break
    await setImmediate()
  }
  return { conversations, takenOver }
}

/**
 * What a message was about. Of messages that the bot answered, random checks alone tell: what agents and customers say
 * of those is said where the answer had failed, and would make every answer look wrong.
 */
export function fairTruth({ turn, labels }: Pick<RecordedTurn, 'turn' | 'labels'>): Truth | undefined {
  const isAnswered = answeredNeeds(turn.decision).length > 0
  return truthOf(isAnswered ? labels.filter(({ source }) => source === 'check') : labels)
}

/** What figures are learnt from: all of it, but for the conversations of one fold. */
export function outcomesOf({ conversations, takenOver }: PolicyEvidence, without?: number): PolicyOutcomes {
  const isIn = (conversationId: string) => without === undefined || foldOf(conversationId) !== without
  return {
    metByPerson: takenOver.filter(({ conversationId }) => isIn(conversationId)).map(({ met }) => met),
    beliefs: conversations
      .filter(({ id }) => isIn(id))
      .flatMap(({ turns }) =>
        turns.flatMap((recorded) => {
          const truth = fairTruth(recorded)
          const leading = recorded.turn.deliberation?.leading
          if (!truth || !leading) return []
          const right = truth.kind === 'need' && truth.need === leading.need && !truth.answerWrong
          return [{ belief: leading.probability, right }]
        }),
      ),
  }
}

/** Messages and handovers of known outcome from then on. */
export function newSince({ conversations, takenOver }: PolicyEvidence, since: number): number {
  const messages = conversations.flatMap(({ turns }) =>
    turns.filter((recorded) => recorded.turn.at >= since && fairTruth(recorded)),
  )
  return messages.length + takenOver.filter(({ endedAt }) => endedAt >= since).length
}

/** By the id alone, so that the record may grow without mixing what was learnt from with what is judged. */
export function foldOf(conversationId: string): number {
  return createHash('sha256').update(conversationId).digest().readUInt32BE(0) % FOLDS
}
