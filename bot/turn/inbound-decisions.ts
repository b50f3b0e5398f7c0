import { trustScore } from '../../analytics/index.ts'
import type { Conversation, Escalation, Message } from '../../domain/index.ts'
import type { ConversationCommit, Store } from '../../store/index.ts'
import { formerAgent } from '../escalation/former-agent.ts'
import { leftUnanswered } from '../escalation/unanswered.ts'
import { asksForTrust, segmentOf } from '../policy/index.ts'
import { customerSays, forget, readHappened } from '../promises/index.ts'
import { takeConsent, takeSurveyResponse } from '../survey/index.ts'
import { noteComeBack } from '../trust/note-come-back.ts'
import { carryOut } from './carry-out.ts'
import { type ConversationChanges, existing } from './conversation-changes.ts'
import type { Inbound } from './conversation-service.ts'
import { customerWrote } from './customer-wrote.ts'
import { EARLIER_MESSAGES } from './earlier-lines.ts'
import type { Mind } from './mind.ts'
import { surroundingsOf } from './surroundings.ts'

export interface InboundDecisionsOptions {
  store: Store
  /** Asked once per turn, so that a turn never changes its mind halfway. */
  mind(): Mind
  changes: Pick<ConversationChanges, 'context'>
  /** Milliseconds from any fixed point, for latencies. */
  stopwatch(): number
}

/** What becomes of what a customer sends, read and decided over a store. Who asks commits it. */
export class InboundDecisions {
  readonly #options: InboundDecisionsOptions

  constructor(options: InboundDecisionsOptions) {
    this.#options = options
  }

  /**
   * Words, an answer to a survey, or whether they want to be asked.
   * @param conversation undefined where this begins it
   * @param startedAt of the stopwatch, when the message came
   */
  decide(conversation: Conversation | undefined, inbound: Inbound, startedAt: number): Promise<ConversationCommit> {
    const { surveyConsent } = inbound
    if (surveyConsent) return this.#consent(conversation, { ...inbound, surveyConsent })
    return inbound.survey ? this.#respond(conversation, inbound) : this.#heard(conversation, inbound, startedAt)
  }

  /** What the customer wrote: the answer to whether a promise was kept, or an ordinary message. */
  async #heard(
    conversation: Conversation | undefined,
    inbound: Inbound,
    startedAt: number,
  ): Promise<ConversationCommit> {
    const asked = conversation?.state.askedPromise
    const hasHappened = asked === undefined ? undefined : readHappened(inbound.text)
    if (conversation && asked !== undefined && hasHappened !== undefined && !inbound.files?.length) {
      const { store, mind } = this.#options
      const isWithPerson = conversation.owner === 'queued' || conversation.owner === 'agent'
      const promise = isWithPerson ? undefined : await store.promises.get(asked)
      const ledger = await store.customers.trustEvents(conversation.customerId)
      const { trust } = mind().policy
      const context = this.#options.changes.context()
      const said = promise && customerSays(conversation, inbound, promise, hasHappened, ledger, trust, context)
      if (said) return said
    }
    return this.#turn(conversation, inbound, startedAt)
  }

  async #turn(
    conversation: Conversation | undefined,
    inbound: Inbound,
    startedAt: number,
  ): Promise<ConversationCommit> {
    const mind = this.#options.mind()
    const context = this.#options.changes.context()
    const around = await this.#around(mind, conversation, inbound, context.now)
    const turn = customerWrote(mind, conversation, inbound, around, context)
    const left = await this.#leftUnanswered(conversation, context.now)
    if (left) turn.draft.escalation(left)
    const asked = conversation?.state.askedPromise
    if (asked !== undefined) forget(turn.draft, asked)
    const { store } = this.#options
    turn.draft.trust(...(await noteComeBack(store, mind, conversation, turn.outcome, context)))
    const met = await surroundingsOf(store, turn.draft.conversation, turn.outcome?.decision, mind, context.now)
    return carryOut(mind, turn, met, this.#options.stopwatch() - startedAt, context)
  }

  async #around(mind: Mind, conversation: Conversation | undefined, inbound: Inbound, now: number) {
    const { store } = this.#options
    const [segment, earlier, formerAgentId] = await Promise.all([
      this.#segment(mind, conversation, inbound, now),
      this.#earlier(conversation),
      conversation && formerAgent(store, conversation, mind.policy.routing, now),
    ])
    return {
      earlier,
      ...(segment !== undefined && { segment }),
      ...(formerAgentId !== undefined && { formerAgentId }),
    }
  }

  /** The escalation as it is when its agent has something to answer, if that is new. */
  async #leftUnanswered(conversation: Conversation | undefined, now: number): Promise<Escalation | undefined> {
    if (conversation?.owner !== 'agent' || conversation.escalationId === undefined) return undefined
    const escalation = await this.#options.store.escalations.get(conversation.escalationId)
    return escalation && leftUnanswered(escalation, now)
  }

  /** Reads nothing where nothing is to be read: a first message, and one that the bot is not to answer. */
  async #earlier(conversation: Conversation | undefined): Promise<Message[]> {
    if (conversation?.owner !== 'bot') return []
    const { id, lastSeq } = conversation
    return this.#options.store.conversations.messages(id, Math.max(0, lastSeq - EARLIER_MESSAGES), EARLIER_MESSAGES)
  }

  /** Reads the ledger only for a policy whose segments ask about trust: most do not. */
  async #segment(
    mind: Mind,
    conversation: Conversation | undefined,
    { channel, customer, localeHint }: Inbound,
    now: number,
  ) {
    const { policy, pack } = mind
    if (policy.segments.length === 0) return undefined
    const ledger = asksForTrust(policy) ? await this.#options.store.customers.trustEvents(customer.id) : []
    const language = conversation?.language ?? localeHint ?? pack.defaultLanguage
    return segmentOf(policy, { channel, language, trust: trustScore(ledger, now, policy.trust).score })
  }

  async #respond(conversation: Conversation | undefined, inbound: Inbound): Promise<ConversationCommit> {
    const { store } = this.#options
    const known = existing(conversation, inbound.conversationId)
    const surveyId = inbound.survey?.surveyId ?? ''
    const [survey, earlier, ledger] = await Promise.all([
      store.surveys.get(surveyId),
      store.surveys.responseTo(surveyId),
      store.customers.trustEvents(known.customerId),
    ])
    const { policy } = this.#options.mind()
    const facts = { conversation: known, survey, earlier, ledger }
    return takeSurveyResponse(facts, inbound, policy, this.#options.changes.context())
  }

  /** Stored before it is confirmed: a confirmation must not be all that there is of it. */
  async #consent(
    conversation: Conversation | undefined,
    inbound: Parameters<typeof takeConsent>[2],
  ): Promise<ConversationCommit> {
    const { customers, surveys } = this.#options.store
    const known = existing(conversation, inbound.conversationId)
    const survey = await surveys.get(inbound.surveyConsent.surveyId)
    const { commit, consent } = takeConsent(known, survey, inbound, this.#options.changes.context())
    await customers.setSurveyConsent(known.customerId, consent)
    return commit
  }
}
