import { trustScore } from '../../analytics/index.ts'
import {
  type Agent,
  CandorError,
  type Conversation,
  type Escalation,
  isSupervisor,
  type Message,
  type Note,
} from '../../domain/index.ts'
import type { CommitResult, ConversationCommit, Store } from '../../store/index.ts'
import type { CheckedFile } from '../files/index.ts'
import { surveyFacts } from '../survey/index.ts'
import { type ConversationChanges, checkLength, existing } from '../turn/conversation-changes.ts'
import type { DraftContext } from '../turn/draft.ts'
import type { Mind } from '../turn/mind.ts'
import { accept } from './acts/accept.ts'
import type { Act } from './acts/act.ts'
import { backFromHub } from './acts/back-from-hub.ts'
import { correct, isCorrectable } from './acts/correct.ts'
import { join } from './acts/join.ts'
import { leave } from './acts/leave.ts'
import { keepNote, noteBy } from './acts/note.ts'
import { resolve } from './acts/resolve.ts'
import { returnToBot } from './acts/return-to-bot.ts'
import { say } from './acts/say.ts'
import { takeOver } from './acts/take-over.ts'
import { transfer } from './acts/transfer.ts'
import type { AgentActs, Transfer, Verdict } from './agent-acts.ts'
import { following } from './following.ts'
import { refuseWhileOffered } from './routing/refuse-while-offered.ts'
import { type SpokenOf, spokenOf } from './spoken-of.ts'
import { steppedIn } from './stepped-in.ts'

export interface StoredAgentActsOptions {
  store: Store
  changes: ConversationChanges
  mind(): Pick<Mind, 'policy' | 'needs' | 'understand'>
}

type Changed = Exclude<CommitResult, { kind: 'conflict' | 'full' }>

/** Of the messages before a resolution: enough to hold what the customer wrote last. */
const LAST_WORDS = 10

/** What agents do, over a store. See the port for what each method promises. */
export class StoredAgentActs implements AgentActs {
  readonly #store: Store
  readonly #changes: ConversationChanges
  readonly #mind: StoredAgentActsOptions['mind']

  constructor({ store, changes, mind }: StoredAgentActsOptions) {
    this.#store = store
    this.#changes = changes
    this.#mind = mind
  }

  async accept(escalationId: string, agent: Agent): Promise<{ conversationId: string }> {
    const escalation = await this.#store.escalations.get(escalationId)
    if (!escalation) throw new CandorError('CONVERSATION_UNKNOWN', { id: escalationId })
    const { conversationId } = escalation
    await this.#changes.change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      const current = await this.#openEscalation(known)
      // A retry of what has already worked.
      if (known.agentId === agent.id && current?.id === escalationId) return undefined
      // The escalation on the agent's screen may have ended long ago; a newer one is not what was clicked.
      if (current?.id !== escalationId) throw new CandorError('TRANSITION_REFUSED', refusalOf('accept', known))
      await refuseWhileOffered(this.#store.people, current, agent, this.#changes.context().now)
      return this.#allowed('accept', known, accept(known, current, agent, this.#changes.context()))
    })
    return { conversationId }
  }

  async takeOver(conversationId: string, agent: Agent): Promise<void> {
    await this.#changes.change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      if (known.agentId === agent.id) return undefined
      // Most often two agents wanted to step in for the bot at once: the second is told who was first.
      if (known.owner === 'agent' && !isSupervisor(agent)) return this.#takenBy(known.agentId)
      const current = await this.#openEscalation(known)
      const context = this.#changes.context()
      const begun = await this.#begun(known, current, context)
      return this.#allowed('take over', known, takeOver(known, current, begun, agent, context))
    })
  }

  async say(conversationId: string, agent: Agent, said: string | CheckedFile, clientId?: string): Promise<Message> {
    if (typeof said === 'string') checkLength(said)
    const result = await this.#handle('reply', conversationId, (conversation, escalation, context) =>
      say(conversation, escalation, agent, said, clientId, context),
    )
    return this.#messageOf(conversationId, result)
  }

  async correct(conversationId: string, agent: Agent, seq: number, text: string, clientId?: string): Promise<Message> {
    checkLength(text)
    const [original] = await this.#store.conversations.messages(conversationId, seq - 1, 1)
    const result = await this.#handle('correct', conversationId, (conversation, _, context) => {
      if (original?.seq !== seq || !isCorrectable(original, agent)) throw new CandorError('CORRECTION_REFUSED', { seq })
      return correct(conversation, original, agent, text, clientId, context)
    })
    return this.#messageOf(conversationId, result)
  }

  async note(conversationId: string, agent: Agent, text: string): Promise<Note> {
    checkLength(text)
    const context = this.#changes.context()
    const known = existing(await this.#store.conversations.get(conversationId), conversationId)
    const written = noteBy(agent, known, text, context)
    await this.#changes.change(conversationId, (conversation) =>
      keepNote(existing(conversation, conversationId), written, context),
    )
    return written
  }

  async transfer(conversationId: string, agent: Agent, { to, comment }: Transfer): Promise<void> {
    if (comment !== undefined) checkLength(comment)
    await this.#checkTarget(to, agent)
    await this.#handle('transfer', conversationId, async (conversation, escalation, context) => {
      const next = await this.#begun(conversation, escalation, context)
      const passedOn = { to, ...(comment !== undefined && { comment }) }
      return transfer(conversation, escalation, agent, passedOn, next, context)
    })
  }

  async join(conversationId: string, supervisor: Agent): Promise<void> {
    if (!isSupervisor(supervisor)) {
      throw new CandorError('FORBIDDEN', { what: 'Joining a conversation', role: 'manager or administrator' })
    }
    await this.#changes.change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      if (known.supervisorId === supervisor.id) return undefined
      if (known.supervisorId !== undefined) {
        throw new CandorError('JOINED_BY_OTHER', { by: await this.#nameOf(known.supervisorId) })
      }
      return this.#allowed('join', known, join(known, supervisor, this.#changes.context()))
    })
  }

  async leave(conversationId: string, supervisor: Agent): Promise<void> {
    await this.#handle('leave', conversationId, (conversation, _, context) => leave(conversation, supervisor, context))
  }

  async returnToBot(conversationId: string, agent: Agent): Promise<void> {
    await this.#handle('return', conversationId, (conversation, escalation, context) =>
      returnToBot(conversation, escalation, agent, context),
    )
  }

  async backFromHub(conversationId: string, hubId: string): Promise<void> {
    await this.#handle('back from the hub', conversationId, async (conversation, escalation, context) => {
      const next = await this.#begun(conversation, escalation, context)
      return backFromHub(conversation, escalation, next, hubId, context)
    })
  }

  async resolve(conversationId: string, agent: Agent, verdict: Verdict): Promise<void> {
    await this.#handle('resolve', conversationId, async (conversation, escalation, context) => {
      const [ledger, surveys, sentiments, spoken] = await Promise.all([
        this.#store.customers.trustEvents(conversation.customerId),
        surveyFacts(this.#store, conversation),
        this.#sentiments(conversation, escalation.acceptedAt ?? context.now, context.now),
        this.#spokenOf(escalation),
      ])
      if (verdict.meant?.kind === 'answer-wrong' && !spoken.answer) {
        const mend = 'Say what the customer needed instead.'
        throw new CandorError('BODY_INVALID', { problem: 'the bot had answered nothing before the handover', mend })
      }
      const known = { ledger, spoken, surveys, sentiments }
      return resolve(conversation, escalation, known, agent, verdict, this.#mind().policy, context)
    })
  }

  /** How pleased the customer sounds in what they wrote last to whoever has the conversation now. */
  async #sentiments({ id, lastSeq }: Conversation, since: number, now: number): Promise<number[]> {
    const last = await this.#store.conversations.messages(id, Math.max(0, lastSeq - LAST_WORDS), LAST_WORDS)
    const { understand } = this.#mind()
    return last
      .filter(({ from, at, body }) => from === 'customer' && body.kind === 'text' && at >= since)
      .map(({ text }) => understand(text, now).sentiment)
  }

  async #spokenOf(escalation: Escalation): Promise<SpokenOf> {
    const { conversationId, seq } = escalation
    if (seq === undefined) return {}
    const [turns, [message]] = await Promise.all([
      this.#store.conversations.turns(conversationId),
      this.#store.conversations.messages(conversationId, seq - 1, 1),
    ])
    return spokenOf(escalation, turns, message?.text ?? '')
  }

  /** What is done with an open escalation; refused where there is none. */
  #handle(
    what: string,
    conversationId: string,
    act: (conversation: Conversation, escalation: Escalation, context: DraftContext) => Act | Promise<Act>,
  ): Promise<Changed> {
    return this.#changes.change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      const escalation = await this.#openEscalation(known)
      if (!escalation) throw new CandorError('TRANSITION_REFUSED', refusalOf(what, known))
      return this.#allowed(what, known, await act(known, escalation, this.#changes.context()))
    })
  }

  /** The escalation that goes on with the open one, or begins where somebody steps in for the bot. */
  async #begun(conversation: Conversation, current: Escalation | undefined, context: DraftContext) {
    const mind = this.#mind()
    if (current) return following(this.#store, current, mind.policy, context)
    const [ledger, turns] = await Promise.all([
      this.#store.customers.trustEvents(conversation.customerId),
      this.#store.conversations.turns(conversation.id),
    ])
    const { score } = trustScore(ledger, context.now, mind.policy.trust)
    return steppedIn(conversation, turns.at(-1), score, mind, context)
  }

  async #checkTarget(to: Transfer['to'], agent: Agent): Promise<void> {
    if ('agentId' in to) {
      if (to.agentId === agent.id) throw new CandorError('TRANSFER_TO_SELF')
      if (!(await this.#store.people.get(to.agentId))) throw new CandorError('AGENT_UNKNOWN', { id: to.agentId })
      return
    }
    const names = this.#mind().policy.queues.map(({ name }) => name)
    if (!names.includes(to.queue)) {
      throw new CandorError('QUEUE_UNKNOWN', { name: to.queue, names: names.join(', ') })
    }
  }

  /** The message of an act; of one that was sent again, the message of the first time. */
  async #messageOf(conversationId: string, result: Changed): Promise<Message> {
    const message =
      result.kind === 'committed'
        ? result.messages[0]
        : (await this.#store.conversations.messages(conversationId, 0, Number.MAX_SAFE_INTEGER)).find(
            ({ id }) => id === result.messageId,
          )
    if (!message) throw new CandorError('CONVERSATION_UNKNOWN', { id: conversationId })
    return message
  }

  async #allowed(what: string, conversation: Conversation, act: Act): Promise<ConversationCommit> {
    if (act.kind === 'done') return act.commit
    if (act.why === 'other-agent') return this.#takenBy(conversation.agentId)
    throw new CandorError('TRANSITION_REFUSED', refusalOf(what, conversation))
  }

  async #takenBy(agentId: string | undefined): Promise<never> {
    throw new CandorError('CONVERSATION_TAKEN', { by: await this.#nameOf(agentId) })
  }

  async #nameOf(agentId: string | undefined): Promise<string> {
    const agent = agentId === undefined ? undefined : await this.#store.people.get(agentId)
    return agent?.name ?? 'somebody else'
  }

  async #openEscalation({ escalationId }: Conversation): Promise<Escalation | undefined> {
    return escalationId === undefined ? undefined : this.#store.escalations.get(escalationId)
  }
}

function refusalOf(event: string, { owner }: Conversation): Record<string, string> {
  return { event, owner, mend: 'Load it again: somebody else may have acted.' }
}
