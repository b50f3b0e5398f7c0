import {
  type Agent,
  CandorError,
  type Clock,
  type KnowledgePack,
  type Language,
  type Message,
  type Turn,
  type TurnLabel,
} from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Sweep } from '../sweeps/run-sweeps.ts'
import type { Mind } from '../turn/mind.ts'
import {
  type GuaranteeNow,
  guaranteeNow,
  type ListInForce,
  listsInForce,
  type ThresholdInForce,
  thresholdInForce,
} from './in-force.ts'
import { countedFrom, currentAssurance } from './keep-assurance.ts'

export interface RandomCheckParts {
  store: Pick<Store, 'labels' | 'settings' | 'audit' | 'conversations'>
  /** Runs at once when a message was checked. */
  assurance: Sweep
  mind: () => Mind
  clock: Clock
  newId: () => string
}

/** Of what the customer said before, enough to see what "the second one" means. */
const MESSAGES_BEFORE = 4
/** The bot and the system write several messages to one of the customer's. */
const LOOK_BACK = 24

export interface ToCheck {
  turn: Turn
  /** The message itself. */
  message: Message
  /** What the customer wrote before it, oldest first. Nothing of what the bot said, which would tell what it believed. */
  before: Message[]
}

export interface Checked {
  turn: Turn
  /** What the bot said to it. */
  replies: Message[]
}

export interface StateOfPromise {
  guarantee: GuaranteeNow
  /** Messages of the last days that were checked, and those that count for the guarantee. */
  checks: number
  labels: number
  /** How many of the latter it takes for the next look. */
  needed: number
  answerAbove: ThresholdInForce
  lists: Record<Language, ListInForce>
}

export interface RandomCheck {
  /** How it stands with the guarantee, with every check counted. */
  state(): Promise<StateOfPromise>
  /** The needs to choose from, and the promise. */
  mind(): { pack: KnowledgePack; policy: Mind['policy'] }
  /** Undefined when every message of the last days is checked. */
  next(): Promise<ToCheck | undefined>
  /**
   * Records what a message was about; once, since who has seen what the bot did with it cannot judge anew.
   * @throws CandorError CHECK_UNKNOWN, CHECK_TAKEN, BODY_INVALID for a need there is not
   */
  check(agent: Agent, message: Pick<TurnLabel, 'conversationId' | 'seq' | 'meant'>): Promise<Checked>
}

/** Messages drawn at random, to be judged by a person: the evidence that the guarantee and the lists rest on. */
export function randomCheck({ store, assurance, mind, clock, newId }: RandomCheckParts): RandomCheck {
  const { conversations, labels, audit } = store

  async function turnToCheck(conversationId: string, seq: number): Promise<Turn> {
    const serving = mind()
    const turn = (await conversations.turns(conversationId)).find((one) => one.seq === seq)
    const counts =
      turn?.deliberation?.by === 'utility' &&
      turn.deliberation.leading !== undefined &&
      turn.modelId === serving.modelId &&
      turn.at >= countedFrom(serving, clock.now())
    if (!turn || !counts) throw new CandorError('CHECK_UNKNOWN', { id: conversationId.slice(0, 100), seq })
    return turn
  }

  return {
    mind,

    async state() {
      const serving = mind()
      const current = await currentAssurance({ store, mind: () => serving, clock, newId })
      const { checks, labels, needed } = current.evidence
      const now = clock.now()
      return {
        guarantee: guaranteeNow(current, serving.policy.guarantee.days, now),
        checks,
        labels,
        needed,
        answerAbove: thresholdInForce(current, serving.policy, now),
        lists: listsInForce(current, serving),
      }
    },

    async next() {
      const serving = mind()
      const now = clock.now()
      const turn = await labels.nextToCheck({ from: countedFrom(serving, now), to: now + 1 }, serving.modelId)
      if (!turn) return undefined
      const { conversationId, seq } = turn
      const messages = await conversations.messages(conversationId, Math.max(0, seq - 1 - LOOK_BACK), LOOK_BACK + 1)
      const said = messages.filter((message) => message.from === 'customer' && message.seq <= seq)
      const message = said.at(-1)
      if (message?.seq !== seq) throw new CandorError('CHECK_UNKNOWN', { id: conversationId, seq })
      return { turn, message, before: said.slice(0, -1).slice(-MESSAGES_BEFORE) }
    },

    async check(agent, { conversationId, seq, meant }) {
      const turn = await turnToCheck(conversationId, seq)
      if (meant.kind === 'need' && !mind().needs.has(meant.need)) {
        const mend = 'Send one of the needs of GET /api/checks/next'
        throw new CandorError('BODY_INVALID', { problem: 'meant.need is not a need of the pack', mend })
      }
      const at = clock.now()
      const isFirst = await labels.putFirstCheck({ conversationId, seq, at, source: 'check', meant, by: agent.id })
      if (!isFirst) throw new CandorError('CHECK_TAKEN')
      await audit.append({
        id: newId(),
        at,
        actor: agent.id,
        action: 'message.checked',
        subject: turn.id,
        detail: JSON.stringify({ conversationId, seq, meant }),
      })
      await assurance.run()
      const after = await conversations.messages(conversationId, seq, LOOK_BACK)
      const next = after.findIndex(({ from }) => from === 'customer')
      const replies = (next < 0 ? after : after.slice(0, next)).filter(({ from }) => from === 'bot')
      return { turn, replies }
    },
  }
}
