import { DateTime } from 'luxon'
import { trustScore } from '../../analytics/index.ts'
import { type Conversation, DAY_MS, HOUR_MS, type Treatment, type TreatmentState } from '../../domain/index.ts'
import type { ConversationCommit, Store } from '../../store/index.ts'
import { addOpenTime } from '../hours/index.ts'
import { type GoodwillRule, hoursOf, queueFor } from '../policy/index.ts'
import { ConversationDraft, type DraftContext } from '../turn/draft.ts'
import type { Mind } from '../turn/mind.ts'
import { drawFor } from './draw.ts'
import { honestyOf } from './evidence-of.ts'
import { type GoodwillDecision, goodwillFor, inCents } from './goodwill-for.ts'
import { type PossibleCall, treated } from './treated.ts'
import { loyalTrigger, type Trigger, triggerOf } from './trigger-of.ts'

/** Random text of this installation, so that nobody outside can tell who is held out. */
const SALT = 'goodwill-salt'

type Sources = Pick<Store, 'goodwill' | 'customers' | 'surveys' | 'escalations' | 'promises' | 'settings'>

/**
 * Sees to it that a broken promise or a bad rating has what the policy's rules give for it, in the transaction that
 * breaks the promise or takes the rating: nothing is given twice, and nothing is lost when the machine stops.
 */
export class GoodwillKeeper {
  readonly #store: Sources
  readonly #mind: () => Pick<Mind, 'policy' | 'pack'>
  #salt: string | undefined

  constructor(store: Sources, mind: () => Pick<Mind, 'policy' | 'pack'>) {
    this.#store = store
    this.#mind = mind
  }

  /** The commit with what it means for goodwill. Reads nothing where it means nothing: in nearly every turn. */
  async settle(commit: ConversationCommit, context: DraftContext): Promise<ConversationCommit> {
    const trigger = triggerOf(commit, this.#mind().policy.goodwill, context.now)
    return trigger === undefined ? commit : await this.#decided(commit, trigger, context)
  }

  /** Thanks a customer who has trusted the company for long; undefined when there is nothing to say or to note. */
  async thank(conversation: Conversation, context: DraftContext): Promise<ConversationCommit | undefined> {
    const trigger = loyalTrigger(conversation.id, conversation.customerId, this.#month(context.now), context.now)
    const nothing = new ConversationDraft(conversation, context).finish()
    const commit = await this.#decided(nothing, trigger, context)
    return commit.treatment && commit
  }

  async #decided(commit: ConversationCommit, trigger: Trigger, context: DraftContext): Promise<ConversationCommit> {
    const { policy } = this.#mind()
    const { goodwill } = policy
    const { now } = context
    const { customerId } = commit.conversation
    const month = this.#month(now)
    const call = this.#possibleCall(commit.conversation, now)
    const [treatments, spentCents, ledger, customer, honesty] = await Promise.all([
      this.#store.goodwill.ofCustomer(customerId),
      this.#store.goodwill.spent(month),
      this.#store.customers.trustEvents(customerId),
      this.#store.customers.get(customerId),
      honestyOf(trigger, commit.conversation, this.#store, goodwill.badRating),
    ])
    const salt = await this.#saltOf(context)
    const trust = trustScore([...ledger, ...commit.trustEvents], now, policy.trust)
    const decision = goodwillFor(
      trigger,
      { treatments, spentCents },
      goodwill,
      {
        honesty,
        knownForDays: (now - (customer?.createdAt ?? now)) / DAY_MS,
        trust,
        canCall: call !== undefined,
      },
      (rule) => drawFor(salt, customerId, rule),
    )
    const came = stateAndRule(decision)
    if (!came) return commit
    const { state, rule } = came
    const treatment: Treatment = {
      id: context.newId(),
      customerId,
      conversationId: commit.conversation.id,
      number: treatments.length + 1,
      cause: trigger.cause,
      reason: trigger.reason,
      rule: rule.name,
      gift: rule.give,
      state,
      at: now,
      costCents: inCents(rule.cost),
      trustBefore: trust.score,
    }
    const claim = { treatment, month, budgetCents: inCents(goodwill.budgetPerMonth) }
    const given = state === 'given' ? treated(commit, rule, call, context) : commit
    return { ...given, treatment: claim }
  }

  #possibleCall({ state }: Conversation, now: number): PossibleCall | undefined {
    const { policy, pack } = this.#mind()
    const queue = queueFor(policy.queues, state.answered?.need)
    const hours = hoursOf(policy, queue)
    const dueAt = addOpenTime(hours, pack.timeZone, now, policy.goodwill.call.withinHours * HOUR_MS)
    return dueAt === undefined ? undefined : { dueAt, timeZone: hours.timeZone ?? pack.timeZone, queue }
  }

  #month(now: number): string {
    return monthOf(now, this.#mind().pack.timeZone)
  }

  async #saltOf({ newId }: DraftContext): Promise<string> {
    this.#salt ??= await this.#store.settings.getOrSet(SALT, newId())
    return this.#salt
  }
}

/** `YYYY-MM` by a clock of that time zone. */
export function monthOf(at: number, timeZone: string): string {
  return DateTime.fromMillis(at, { zone: timeZone }).toFormat('yyyy-MM')
}

function stateAndRule(decision: GoodwillDecision): { state: TreatmentState; rule: GoodwillRule } | undefined {
  switch (decision.kind) {
    case 'treat':
      return { state: 'given', rule: decision.rule }
    case 'held-out':
      return { state: 'held-out', rule: decision.rule }
    case 'none':
      return decision.because === 'budget' ? { state: 'no-budget', rule: decision.rule } : undefined
    default:
      return decision satisfies never
  }
}
