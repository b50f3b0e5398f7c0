import { type Agent, CandorError, type Conversation, type Escalation, type Message } from '../../domain/index.ts'
import type { ConversationCommit, Store } from '../../store/index.ts'
import type { CheckedFile } from '../files/index.ts'
import { type ConversationChanges, checkLength, existing } from '../turn/conversation-changes.ts'
import type { Mind } from '../turn/mind.ts'
import { accept } from './acts/accept.ts'
import type { Act } from './acts/act.ts'
import { resolve } from './acts/resolve.ts'
import { returnToBot } from './acts/return-to-bot.ts'
import { say } from './acts/say.ts'
import type { AgentActs, Verdict } from './agent-acts.ts'

export interface StoredAgentActsOptions {
  store: Store
  changes: ConversationChanges
  mind(): Pick<Mind, 'policy'>
}

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
      return this.#allowed('accept', known, accept(known, current, agent, this.#changes.context()))
    })
    return { conversationId }
  }

  async say(conversationId: string, agent: Agent, said: string | CheckedFile, clientId?: string): Promise<Message> {
    if (typeof said === 'string') checkLength(said)
    const result = await this.#changes.change(conversationId, (conversation) => {
      const known = existing(conversation, conversationId)
      return this.#allowed('reply', known, say(known, agent, said, clientId, this.#changes.context()))
    })
    const messageId = result.kind === 'duplicate' ? result.messageId : result.messages[0]?.id
    const message =
      result.kind === 'committed'
        ? result.messages[0]
        : (await this.#store.conversations.messages(conversationId, 0, Number.MAX_SAFE_INTEGER)).find(
            ({ id }) => id === messageId,
          )
    if (!message) throw new CandorError('CONVERSATION_UNKNOWN', { id: conversationId })
    return message
  }

  async returnToBot(conversationId: string, agent: Agent): Promise<void> {
    await this.#changes.change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      const escalation = await this.#openEscalation(known)
      if (!escalation) throw new CandorError('TRANSITION_REFUSED', refusalOf('return', known))
      return this.#allowed('return', known, returnToBot(known, escalation, agent, this.#changes.context()))
    })
  }

  async resolve(conversationId: string, agent: Agent, verdict: Verdict): Promise<void> {
    await this.#changes.change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      const escalation = await this.#openEscalation(known)
      if (!escalation) throw new CandorError('TRANSITION_REFUSED', refusalOf('resolve', known))
      const ledger = await this.#store.customers.trustEvents(known.customerId)
      const { policy } = this.#mind()
      const context = this.#changes.context()
      return this.#allowed('resolve', known, resolve(known, escalation, ledger, agent, verdict, policy, context))
    })
  }

  #allowed(what: string, conversation: Conversation, act: Act): ConversationCommit | Promise<never> {
    if (act.kind === 'done') return act.commit
    if (act.why === 'other-agent') return this.#takenByOther(conversation)
    throw new CandorError('TRANSITION_REFUSED', refusalOf(what, conversation))
  }

  async #takenByOther({ agentId }: Conversation): Promise<never> {
    const other = agentId === undefined ? undefined : await this.#store.people.get(agentId)
    throw new CandorError('CONVERSATION_TAKEN', { by: other?.name ?? 'somebody else' })
  }

  async #openEscalation({ escalationId }: Conversation): Promise<Escalation | undefined> {
    return escalationId === undefined ? undefined : this.#store.escalations.get(escalationId)
  }
}

function refusalOf(event: string, { owner }: Conversation): Record<string, string> {
  return { event, owner, mend: 'Load it again: somebody else may have acted.' }
}
