import { type Agent, CandorError, type Conversation, type Escalation, type Routing } from '../../domain/index.ts'
import type { ConversationCommit, Store } from '../../store/index.ts'
import type { DraftContext } from '../turn/draft.ts'
import type { Mind } from '../turn/mind.ts'
import { giveBack } from './acts/give-back.ts'
import type { AgentSearch } from './agent-search.ts'
import { following } from './following.ts'
import { passedOn, runningOffer } from './routing/offer.ts'

export interface StoredAgentSearchOptions {
  store: Store
  mind(): Pick<Mind, 'policy'>
  changes: {
    change(
      conversationId: string,
      decide: (conversation: Conversation | undefined) => Promise<ConversationCommit | undefined>,
    ): Promise<unknown>
    context(): DraftContext
    /** Tells whoever listens that the queue looks different, though nothing was said. */
    announce(conversationId: string): void
  }
}

/** The sweep and agents may note steps at the same moment: more often than this is a fault, not a race. */
const MAX_TRIES = 25

/** The search for an agent, over a store. See the port for what each method promises. */
export class StoredAgentSearch implements AgentSearch {
  readonly #options: StoredAgentSearchOptions

  constructor(options: StoredAgentSearchOptions) {
    this.#options = options
  }

  async noteRouting({ id, conversationId }: Pick<Escalation, 'id' | 'conversationId'>, routing: Routing) {
    const { store, changes } = this.#options
    const noted = await store.escalations.putRouting(id, routing)
    if (noted) changes.announce(conversationId)
    return noted
  }

  async pass(escalationId: string, agent: Agent): Promise<void> {
    const { store, changes } = this.#options
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const escalation = await store.escalations.get(escalationId)
      if (!escalation) throw new CandorError('CONVERSATION_UNKNOWN', { id: escalationId })
      const { routing, acceptedAt, endedAt } = escalation
      const mine = runningOffer(routing, changes.context().now)?.agentId === agent.id
      if (!mine || (acceptedAt ?? endedAt) !== undefined) return
      if (await this.noteRouting(escalation, { ...passedOn(routing), step: routing.step + 1 })) return
    }
    throw new CandorError('CONVERSATION_BUSY')
  }

  async giveBack({ id, conversationId }: Pick<Escalation, 'id' | 'conversationId'>): Promise<boolean> {
    const { store, changes, mind } = this.#options
    let given = false
    await changes.change(conversationId, async (conversation) => {
      given = false
      const escalation = await store.escalations.get(id)
      const isOpen = escalation && conversation?.escalationId === id && escalation.unansweredSince !== undefined
      if (!isOpen) return undefined
      const context = changes.context()
      const [agent, next] = await Promise.all([
        store.people.get(escalation.agentId ?? ''),
        following(store, escalation, mind().policy, context),
      ])
      const commit = giveBack(conversation, escalation, next, agent?.name ?? '', context)
      given = commit !== undefined
      return commit
    })
    return given
  }
}
