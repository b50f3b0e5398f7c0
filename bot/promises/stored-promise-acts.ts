import {
  type Agent,
  CandorError,
  type CompanyPromise,
  type Conversation,
  DAY_MS,
  expectedAt,
  isSupervisor,
  isToBeKept,
} from '../../domain/index.ts'
import type { ConversationCommit, Store } from '../../store/index.ts'
import { zoneOf } from '../hours/index.ts'
import { hoursOf, queueFor } from '../policy/index.ts'
import { type ConversationChanges, existing } from '../turn/conversation-changes.ts'
import type { DraftContext } from '../turn/draft.ts'
import type { Mind } from '../turn/mind.ts'
import { type DeedAround, deedDone, deedNotDone, makeDeed, moveDeed, takeDeed, withdrawDeed } from './deed-acts.ts'
import type { NewDeed, PromiseActs } from './promise-acts.ts'

export interface StoredPromiseActsOptions {
  store: Pick<Store, 'promises' | 'customers' | 'people' | 'escalations'>
  changes: ConversationChanges
  mind(): Pick<Mind, 'policy' | 'pack'>
}

/** What is promised for later than this is a slip of the hand. */
const LONGEST_MS = 366 * DAY_MS

type Act = (
  conversation: Conversation,
  promise: CompanyPromise,
  around: DeedAround,
  context: DraftContext,
) => ConversationCommit

/** What agents do about promises, over a store. See the port for what each method promises. */
export class StoredPromiseActs implements PromiseActs {
  readonly #options: StoredPromiseActsOptions

  constructor(options: StoredPromiseActsOptions) {
    this.#options = options
  }

  async makePromise(conversationId: string, agent: Agent, deed: NewDeed): Promise<CompanyPromise> {
    const { store, changes } = this.#options
    let made: CompanyPromise | undefined
    await changes.change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      const context = changes.context()
      checkTime(deed.dueAt, context.now)
      checkSaid(deed.seq, known)
      await this.#checkOwner(known, agent)
      const before = await store.promises.ofConversation(conversationId)
      made = before.find((promise) => isToBeKept(promise) && isSame(promise, deed))
      if (made) return undefined
      const queue = await this.#queueOf(known)
      const { commit, promise } = makeDeed(known, agent, deed, queue, this.#timeZone(queue), context)
      made = promise
      return commit
    })
    if (!made) throw new CandorError('CONVERSATION_UNKNOWN', { id: conversationId })
    return made
  }

  promiseDone(promiseId: string, agent: Agent): Promise<CompanyPromise> {
    return this.#act(promiseId, agent, (conversation, promise, around, context) => {
      checkTeller(promise)
      return deedDone(conversation, promise, around, context)
    })
  }

  promiseNotDone(promiseId: string, agent: Agent): Promise<CompanyPromise> {
    return this.#act(promiseId, agent, (conversation, promise, around, context) => {
      checkTeller(promise)
      return deedNotDone(conversation, promise, around, context)
    })
  }

  withdrawPromise(
    promiseId: string,
    agent: Agent,
    withdrawal: { reason: string; wish: 'customer' | 'company' },
  ): Promise<CompanyPromise> {
    return this.#act(promiseId, agent, (conversation, promise, around, context) =>
      withdrawDeed(conversation, promise, withdrawal, around, context),
    )
  }

  movePromise(promiseId: string, agent: Agent, { to, was }: { to: number; was: number }): Promise<CompanyPromise> {
    return this.#act(promiseId, agent, (conversation, promise, around, context) => {
      if (expectedAt(promise) !== was) throw new CandorError('PROMISE_CHANGED')
      checkTime(to, context.now)
      return moveDeed(conversation, promise, to, around, context)
    })
  }

  takePromise(promiseId: string, agent: Agent, from: string | undefined): Promise<CompanyPromise> {
    return this.#change(promiseId, async (conversation, promise, context) => {
      if (promise.ownerId === agent.id) return undefined
      if (promise.ownerId !== from) throw new CandorError('PROMISE_CHANGED')
      return takeDeed(conversation, promise, agent, context)
    })
  }

  /** What its owner does, or anybody while it has none, or a supervisor. */
  #act(promiseId: string, agent: Agent, act: Act): Promise<CompanyPromise> {
    return this.#change(promiseId, async (conversation, promise, context) => {
      const { store, mind } = this.#options
      if (promise.kind === 'answer') {
        throw new CandorError('PROMISE_TOLD_OTHERWISE', { why: 'it is kept when a person answers' })
      }
      if (promise.ownerId !== undefined && promise.ownerId !== agent.id && !isSupervisor(agent)) {
        throw new CandorError('PROMISE_OF_OTHER', { by: await this.#nameOf(promise.ownerId) })
      }
      const ledger = await store.customers.trustEvents(promise.customerId)
      const queue = promise.queue ?? queueFor(mind().policy.queues, undefined)
      const around = { ledger, policy: mind().policy.trust, timeZone: this.#timeZone(queue) }
      return act(conversation, promise, around, context)
    })
  }

  async #change(
    promiseId: string,
    decide: (
      conversation: Conversation,
      promise: CompanyPromise,
      context: DraftContext,
    ) => Promise<ConversationCommit | undefined>,
  ): Promise<CompanyPromise> {
    const { store, changes } = this.#options
    const found = await this.#known(promiseId)
    await changes.change(found.conversationId, async (conversation) => {
      // Read behind the conversation's version: whoever is second sees what the first has done.
      const known = existing(conversation, found.conversationId)
      const promise = await this.#known(promiseId)
      return decide(known, promise, changes.context())
    })
    return (await store.promises.get(promiseId)) ?? found
  }

  async #known(promiseId: string): Promise<CompanyPromise> {
    const promise = await this.#options.store.promises.get(promiseId)
    if (!promise) throw new CandorError('PROMISE_UNKNOWN', { id: promiseId.slice(0, 100) })
    return promise
  }

  /** An agent's conversation is theirs to promise in; one that no agent has is for who knows its customer. Supervisors may always. */
  async #checkOwner({ owner, agentId, supervisorId, customerId }: Conversation, agent: Agent): Promise<void> {
    if (isSupervisor(agent)) return
    if (owner === 'agent') {
      if (agentId === agent.id || supervisorId === agent.id) return
      throw new CandorError('CONVERSATION_TAKEN', { by: await this.#nameOf(agentId) })
    }
    if (!(await this.#options.store.customers.hasServed(agent.id, customerId))) {
      throw new CandorError('PROMISE_NOT_SERVED')
    }
  }

  async #queueOf({ id }: Conversation): Promise<string> {
    const escalations = await this.#options.store.escalations.ofConversation(id)
    return escalations.at(-1)?.queue ?? queueFor(this.#options.mind().policy.queues, undefined)
  }

  #timeZone(queue: string): string {
    const { policy, pack } = this.#options.mind()
    return zoneOf(hoursOf(policy, queue), pack.timeZone)
  }

  async #nameOf(agentId: string | undefined): Promise<string> {
    const agent = agentId === undefined ? undefined : await this.#options.store.people.get(agentId)
    return agent?.name ?? 'somebody else'
  }
}

function isSame({ what, seq }: CompanyPromise, deed: NewDeed): boolean {
  return deed.seq !== undefined && seq === deed.seq && what === deed.what
}

/** A promise is not pushed again when a message has just said it: that message must be there. */
function checkSaid(seq: number | undefined, { lastSeq }: Conversation): void {
  if (seq === undefined || seq <= lastSeq) return
  const mend = 'Send seq of the message that promises it, or leave it out.'
  throw new CandorError('BODY_INVALID', { problem: `the conversation has no message ${seq}`, mend })
}

function checkTime(dueAt: number, now: number): void {
  if (dueAt > now && dueAt <= now + LONGEST_MS) return
  const problem = dueAt > now ? 'the time is more than a year away' : 'the time has passed already'
  throw new CandorError('BODY_INVALID', { problem, mend: 'Send dueAt in epoch milliseconds, later than now.' })
}

function checkTeller({ toldBy }: CompanyPromise): void {
  if (toldBy === 'staff') return
  throw new CandorError('PROMISE_TOLD_OTHERWISE', { why: 'only the customer can tell, and is asked when it is due' })
}
