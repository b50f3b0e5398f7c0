import type { Conversation } from '../../domain/index.ts'
import type { ConversationCommit, Store } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import { ConversationDraft, type DraftContext } from '../turn/draft.ts'
import { type Settlement, settlementOf, settlePromises } from './settle-promises.ts'

/**
 * Sees to it that whatever happens to a conversation also settles its promises, through whichever door it came:
 * a promise is kept, broken or withdrawn in the transaction that makes it so.
 */
export class PromiseKeeper {
  readonly #store: Pick<Store, 'promises' | 'customers'>
  readonly #policy: () => Pick<Policy, 'trust'>

  constructor(store: Pick<Store, 'promises' | 'customers'>, policy: () => Pick<Policy, 'trust'>) {
    this.#store = store
    this.#policy = policy
  }

  /** The commit with what it means for the promises. Reads nothing where it means nothing: in nearly every turn. */
  async settle(commit: ConversationCommit, context: DraftContext): Promise<ConversationCommit> {
    const settlement = settlementOf(commit)
    return settlement === undefined ? commit : this.#settled(commit, settlement, context)
  }

  /** Notes which promises of a conversation were not kept in time; undefined when there is none. */
  async overdue(conversation: Conversation, context: DraftContext): Promise<ConversationCommit | undefined> {
    const nothing = new ConversationDraft(conversation, context).finish()
    const commit = await this.#settled(nothing, undefined, context)
    return commit.promises?.length ? commit : undefined
  }

  async #settled(commit: ConversationCommit, settlement: Settlement | undefined, context: DraftContext) {
    const { id, customerId } = commit.conversation
    const made = await this.#store.promises.ofConversation(id)
    if (made.length === 0) return commit
    const ledger = await this.#store.customers.trustEvents(customerId)
    return settlePromises(commit, settlement, made, ledger, this.#policy().trust, context)
  }
}
