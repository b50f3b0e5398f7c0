import type { Conversation } from '../../domain/index.ts'
import type { ConversationCommit, Store } from '../../store/index.ts'
import { zoneOf } from '../hours/index.ts'
import type { DraftContext } from '../turn/draft.ts'
import type { Mind } from '../turn/mind.ts'
import { passedTo } from './handed-on.ts'
import { passingTime } from './passing-time.ts'
import { settlementOf, settlePromises } from './settle-promises.ts'

/**
 * Sees to it that whatever happens to a conversation also settles its promises, through whichever door it came:
 * a promise is kept, broken, withdrawn or handed on in the transaction that makes it so.
 */
export class PromiseKeeper {
  readonly #store: Pick<Store, 'promises' | 'customers'>
  readonly #mind: () => Pick<Mind, 'policy' | 'pack'>

  constructor(store: Pick<Store, 'promises' | 'customers'>, mind: () => Pick<Mind, 'policy' | 'pack'>) {
    this.#store = store
    this.#mind = mind
  }

  /** The commit with what it means for the promises. Reads nothing where it means nothing: in nearly every turn. */
  async settle(commit: ConversationCommit, context: DraftContext): Promise<ConversationCommit> {
    const means = settlementOf(commit) !== undefined || passedTo(commit) !== undefined
    return means ? this.#settled(commit, context) : commit
  }

  /** What is due since the time of promises has passed; undefined when there is nothing. */
  async overdue(conversation: Conversation, context: DraftContext): Promise<ConversationCommit | undefined> {
    const made = await this.#store.promises.ofConversation(conversation.id)
    const { policy, pack } = this.#mind()
    const due = passingTime(conversation, made, policy.promises, zoneOf(policy.hours, pack.timeZone), context)
    const commit = await this.#settled(due, context)
    return commit.promises?.length ? commit : undefined
  }

  async #settled(commit: ConversationCommit, context: DraftContext) {
    const { id, customerId } = commit.conversation
    const made = await this.#store.promises.ofConversation(id)
    if (made.length === 0) return commit
    const ledger = await this.#store.customers.trustEvents(customerId)
    const to = passedTo(commit)
    const settling = { ...context, ...(to && { passedTo: to }) }
    return settlePromises(commit, settlementOf(commit), made, ledger, this.#mind().policy.trust, settling)
  }
}
