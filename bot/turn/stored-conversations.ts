import { CandorError, type Clock, type CompanyPromise, isToBeKept, type Survey } from '../../domain/index.ts'
import type { ConversationCommit, Store } from '../../store/index.ts'
import type { AgentActs } from '../escalation/agent-acts.ts'
import type { AgentSearch } from '../escalation/agent-search.ts'
import { StoredAgentActs } from '../escalation/stored-agent-acts.ts'
import { StoredAgentSearch } from '../escalation/stored-agent-search.ts'
import { type CheckedFile, CONVERSATION_LIMIT, FILES_PER_MESSAGE } from '../files/index.ts'
import { GoodwillKeeper } from '../goodwill/index.ts'
import { type PromiseActs, PromiseKeeper, StoredPromiseActs, tellAbsence } from '../promises/index.ts'
import { remind, surveyFacts } from '../survey/index.ts'
import { ConversationChanges, checkLength, existing } from './conversation-changes.ts'
import type { ConversationService, Inbound, Receipt } from './conversation-service.ts'
import { ConversationDraft } from './draft.ts'
import { InboundDecisions } from './inbound-decisions.ts'
import type { Mind } from './mind.ts'
import { resolveByBot } from './resolve-by-bot.ts'
import { queueSurroundings } from './surroundings.ts'

export interface StoredConversationsOptions {
  store: Store
  /** The mind of this moment; asked once per turn, so that a turn never changes its mind halfway. */
  mind(): Mind
  clock: Clock
  newId(): string
  /** Milliseconds from any fixed point, for latencies. */
  stopwatch(): number
}

/** The conversation service over a store. See the port for what each method promises. */
export class StoredConversations implements ConversationService {
  readonly #options: StoredConversationsOptions
  readonly #changes: ConversationChanges
  readonly #inbound: InboundDecisions
  readonly #agents: AgentActs
  readonly #search: AgentSearch
  readonly #promises: PromiseKeeper
  readonly #goodwill: GoodwillKeeper
  readonly #promiseActs: PromiseActs

  constructor(options: StoredConversationsOptions) {
    this.#options = options
    this.#promises = new PromiseKeeper(options.store, options.mind)
    this.#goodwill = new GoodwillKeeper(options.store, options.mind)
    this.#changes = new ConversationChanges({
      ...options,
      settle: async (change, context) => {
        await this.#checkRoom(change)
        return this.#goodwill.settle(await this.#promises.settle(change, context), context)
      },
    })
    this.#inbound = new InboundDecisions({ ...options, changes: this.#changes })
    this.#agents = new StoredAgentActs({ ...options, changes: this.#changes })
    this.#promiseActs = new StoredPromiseActs({ ...options, changes: this.#changes })
    this.#search = new StoredAgentSearch({ ...options, changes: this.#changes })
  }

  async receive(inbound: Inbound): Promise<Receipt> {
    checkLength(inbound.text)
    checkCount(inbound.files ?? [])
    const startedAt = this.#options.stopwatch()
    const result = await this.#changes.change(inbound.conversationId, (conversation) =>
      this.#inbound.decide(conversation, inbound, startedAt),
    )
    if (result.kind === 'duplicate') return { messageId: result.messageId, duplicate: true }
    return { messageId: result.messages[0]?.id ?? '', duplicate: false }
  }

  async closeIdle(conversationId: string, before: number): Promise<boolean> {
    let closed = false
    await this.#changes.change(conversationId, async (conversation) => {
      closed = conversation !== undefined && conversation.owner === 'bot' && conversation.updatedAt < before
      if (!conversation || !closed) return undefined
      const context = this.#changes.context()
      const draft = new ConversationDraft(conversation, context)
      const facts = await surveyFacts(this.#options.store, conversation)
      resolveByBot(draft, this.#options.mind(), 'idle', facts, context)
      return draft.finish()
    })
    return closed
  }

  async remindOfSurvey({ id, conversationId }: Pick<Survey, 'id' | 'conversationId'>): Promise<boolean> {
    const { surveys } = this.#options.store
    let reminded = false
    await this.#changes.change(conversationId, async (conversation) => {
      const [survey, response] = await Promise.all([surveys.get(id), surveys.responseTo(id)])
      const context = this.#changes.context()
      reminded = false
      if (!survey || response || survey.remindedAt !== undefined || context.now >= survey.expiresAt) return undefined
      reminded = true
      return remind(existing(conversation, conversationId), survey, context)
    })
    return reminded
  }

  async tellAbsence(conversationId: string): Promise<boolean> {
    const { store, mind } = this.#options
    let told = false
    await this.#changes.change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      const escalation = await store.escalations.get(known.escalationId ?? '')
      if (!escalation) return undefined
      const { staff, promises } = await queueSurroundings(store, conversationId)
      const commit = tellAbsence(known, escalation, staff, promises, mind(), this.#changes.context())
      told = commit !== undefined
      return commit
    })
    return told
  }

  async watchPromises(conversationId: string): Promise<CompanyPromise[]> {
    let changed: CompanyPromise[] = []
    await this.#changes.change(conversationId, async (conversation) => {
      const commit = await this.#promises.overdue(existing(conversation, conversationId), this.#changes.context())
      changed = commit?.promises ?? []
      return commit
    })
    return changed
  }

  async remindOfPromise(promiseId: string): Promise<CompanyPromise | undefined> {
    const { promises } = this.#options.store
    const found = await promises.get(promiseId)
    if (!found) return undefined
    let reminded: CompanyPromise | undefined
    await this.#changes.change(found.conversationId, async (conversation) => {
      const context = this.#changes.context()
      const promise = await promises.get(promiseId)
      reminded = undefined
      if (!promise || !isToBeKept(promise) || promise.remindedAt !== undefined) return undefined
      reminded = { ...promise, remindedAt: context.now }
      const draft = new ConversationDraft(existing(conversation, found.conversationId), context)
      draft.promise(reminded)
      return draft.finish()
    })
    return reminded
  }

  async thank(conversationId: string): Promise<boolean> {
    let thanked = false
    await this.#changes.change(conversationId, async (conversation) => {
      const known = existing(conversation, conversationId)
      // Not while a person speaks with them, or they wait for one.
      const commit =
        known.owner === 'bot' || known.owner === 'closed'
          ? await this.#goodwill.thank(known, this.#changes.context())
          : undefined
      thanked = commit?.treatment?.treatment.state === 'given'
      return commit
    })
    return thanked
  }

  // What agents do lies behind the same door.
  accept: ConversationService['accept'] = (...given) => this.#agents.accept(...given)
  say: ConversationService['say'] = (...given) => this.#agents.say(...given)
  returnToBot: ConversationService['returnToBot'] = (...given) => this.#agents.returnToBot(...given)
  resolve: ConversationService['resolve'] = (...given) => this.#agents.resolve(...given)
  takeOver: ConversationService['takeOver'] = (...given) => this.#agents.takeOver(...given)
  correct: ConversationService['correct'] = (...given) => this.#agents.correct(...given)
  note: ConversationService['note'] = (...given) => this.#agents.note(...given)
  transfer: ConversationService['transfer'] = (...given) => this.#agents.transfer(...given)
  join: ConversationService['join'] = (...given) => this.#agents.join(...given)
  backFromHub: ConversationService['backFromHub'] = (...given) => this.#agents.backFromHub(...given)
  leave: ConversationService['leave'] = (...given) => this.#agents.leave(...given)

  // So do promises.
  makePromise: ConversationService['makePromise'] = (...given) => this.#promiseActs.makePromise(...given)
  promiseDone: ConversationService['promiseDone'] = (...given) => this.#promiseActs.promiseDone(...given)
  promiseNotDone: ConversationService['promiseNotDone'] = (...given) => this.#promiseActs.promiseNotDone(...given)
  withdrawPromise: ConversationService['withdrawPromise'] = (...given) => this.#promiseActs.withdrawPromise(...given)
  movePromise: ConversationService['movePromise'] = (...given) => this.#promiseActs.movePromise(...given)
  takePromise: ConversationService['takePromise'] = (...given) => this.#promiseActs.takePromise(...given)

  // So does the search for an agent.
  noteRouting: ConversationService['noteRouting'] = (...given) => this.#search.noteRouting(...given)
  pass: ConversationService['pass'] = (...given) => this.#search.pass(...given)
  giveBack: ConversationService['giveBack'] = (...given) => this.#search.giveBack(...given)

  onCommitted: ConversationService['onCommitted'] = (listener) => this.#changes.onCommitted(listener)

  /** Reads nothing for a change without files. What was stored before is a duplicate, however full it is now. */
  async #checkRoom({ conversation: { id }, files, dedupeKey }: ConversationCommit): Promise<void> {
    if (!files) return
    const { store } = this.#options
    const more = files.reduce((sum, { bytes }) => sum + bytes, 0)
    if ((await store.files.totalBytes(id)) + more <= CONVERSATION_LIMIT) return
    if (dedupeKey !== undefined && (await store.conversations.duplicateOf(id, dedupeKey)) !== undefined) return
    throw new CandorError('FILES_FULL', { limitBytes: CONVERSATION_LIMIT })
  }
}

function checkCount(files: readonly CheckedFile[]): void {
  if (files.length > FILES_PER_MESSAGE) {
    throw new CandorError('FILES_TOO_MANY', { count: files.length, limit: FILES_PER_MESSAGE })
  }
}
