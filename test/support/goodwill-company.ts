import { GoodwillKeeper } from '../../bot/goodwill/index.ts'
import type { GoodwillPolicy, GoodwillRule } from '../../bot/policy/index.ts'
import { customerSays } from '../../bot/promises/index.ts'
import { ledgerEntries } from '../../bot/trust/ledger-entry.ts'
import { ConversationChanges } from '../../bot/turn/conversation-changes.ts'
import { ConversationDraft } from '../../bot/turn/draft.ts'
import {
  type Channel,
  type CompanyPromise,
  type Conversation,
  type CsatRating,
  type Escalation,
  fixedClock,
  type Language,
  newDialogueState,
  newRouting,
  type Survey,
} from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { policy, scriptedMind } from './minds.ts'

export function voucherRule(changes: Partial<GoodwillRule> = {}): GoodwillRule {
  return {
    name: 'sorry',
    when: 'bad-rating',
    give: 'voucher',
    text: {
      en: 'We are sorry: your next order is cheaper with SORRY10.',
      zh: '很抱歉，下次下单可使用优惠码 SORRY10。',
    },
    cost: 10,
    cooldownDays: 90,
    maxPerCustomerPerYear: 2,
    ...changes,
  }
}

export function goodwillPolicy(changes: Partial<GoodwillPolicy> = {}): GoodwillPolicy {
  return { ...policy.goodwill, rules: [voucherRule()], budgetPerMonth: 1_000, holdOut: 0, ...changes }
}

/** A served conversation that ended, as the record shows it. */
export interface Ended {
  customerId: string
  conversationId: string
  /** Epoch milliseconds. */
  at: number
  gap?: number
  refusals?: number
  /** An agent had it, and closed it so. */
  verdict?: 'resolved' | 'unresolved'
  channel?: Channel
  language?: Language
  /** First seen then; with the conversation unless told otherwise. */
  knownSince?: number
}

/** One node of a company: its own keeper and queue of changes on a store that others may share. */
export interface GoodwillNode {
  /** Stores the end of a conversation and the survey that asks about it. @returns the survey's id */
  ends(ended: Ended): Promise<string>
  /** The customer answers, and what that means is decided and committed as the server does it. */
  rates(conversationId: string, surveyId: string, rating: CsatRating, at: number): Promise<void>
  /** A promise of the conversation is noted as broken by the clock. */
  breaks(conversationId: string, promiseId: string, at: number): Promise<void>
  /** The customer was asked about a promise that only they can tell of, and says that it was not kept. */
  saysNotKept(conversationId: string, promiseId: string, at: number): Promise<void>
  /** Looks whether the customer is to be thanked. */
  thanks(conversationId: string, at: number): Promise<void>
}

export function goodwillNode(store: Store, goodwill: GoodwillPolicy, name = 'node'): GoodwillNode {
  const clock = fixedClock(0)
  let ids = 0
  const newId = () => `${name}-${++ids}`
  const scripted = scriptedMind({})
  const mind = { ...scripted, policy: { ...scripted.policy, goodwill } }
  const keeper = new GoodwillKeeper(store, () => mind)
  const changes = new ConversationChanges({
    store,
    clock,
    newId,
    settle: (commit, context) => keeper.settle(commit, context),
  })
  const at = (moment: number) => clock.advance(moment - clock.now())

  return {
    async ends(ended) {
      const { customerId, conversationId, language = 'en', channel = 'web', verdict } = ended
      const surveyId = `survey-${conversationId}`
      const escalationId = `escalation-${conversationId}`
      const escalation: Escalation | undefined = verdict && {
        id: escalationId,
        conversationId,
        customerId,
        language,
        reasons: ['asked-for-person'],
        gap: ended.gap ?? 0.5,
        gapReasons: [],
        priority: 0,
        queue: 'general',
        routing: newRouting(),
        queuedAt: ended.at - 2,
        acceptedAt: ended.at - 1,
        agentId: 'kim',
        endedAt: ended.at,
        outcome: verdict,
      }
      const survey: Survey = {
        id: surveyId,
        conversationId,
        customerId,
        channel,
        language,
        sentAt: ended.at,
        expiresAt: ended.at + 1e12,
        form: 'csat',
        about: verdict ? { kind: 'agent', agentId: 'kim', escalationId } : { kind: 'bot', modelId: 'm' },
        ...(ended.gap !== undefined && { gap: ended.gap }),
      }
      const stored = await store.conversations.commit({
        conversation: {
          id: conversationId,
          channel,
          customerId,
          language,
          owner: 'closed',
          settledSeq: 0,
          version: 0,
          lastSeq: 0,
          state: { ...newDialogueState(), refusals: ended.refusals ?? 0 },
          createdAt: ended.at,
          updatedAt: ended.at,
        },
        customer: { id: customerId, language, createdAt: ended.knownSince ?? ended.at },
        messages: [],
        events: [{ kind: 'opened', at: ended.at }],
        trustEvents: [],
        outbox: [],
        ...(channel !== 'web' && { channelReference: '{}' }),
        survey,
        ...(escalation && { escalations: [escalation] }),
      })
      if (stored.kind !== 'committed') throw new TypeError(`expected to be committed, was a ${stored.kind}`)
      return surveyId
    },

    async rates(conversationId, surveyId, rating, moment) {
      at(moment)
      await changes.change(conversationId, async (conversation) => {
        if (!conversation) throw new TypeError(`there is no conversation ${conversationId}`)
        const { customerId } = conversation
        const draft = new ConversationDraft(conversation, changes.context())
        draft.record({ response: { surveyId, at: moment, rating } })
        const about = { customerId, conversationId, at: moment, newId }
        const ledger = await store.customers.trustEvents(customerId)
        draft.trust(
          ...ledgerEntries(ledger, [{ cause: 'survey-rating', share: (rating - 1) / 4 }], about, mind.policy.trust),
        )
        return draft.finish()
      })
    },

    async breaks(conversationId, promiseId, moment) {
      at(moment)
      await changes.change(conversationId, async (conversation) => {
        if (!conversation) throw new TypeError(`there is no conversation ${conversationId}`)
        const draft = new ConversationDraft(conversation, changes.context())
        draft.promise({ ...deed(conversation, promiseId, moment), toldBy: 'staff', brokenAt: moment })
        return draft.finish()
      })
    },

    async saysNotKept(conversationId, promiseId, moment) {
      at(moment)
      await changes.change(conversationId, async (conversation) => {
        if (!conversation) throw new TypeError(`there is no conversation ${conversationId}`)
        const { customerId, channel } = conversation
        const inbound = { conversationId, channel, customer: { id: customerId }, text: 'no' }
        const asked: CompanyPromise = {
          ...deed(conversation, promiseId, moment),
          toldBy: 'customer',
          askedAt: moment - 1,
        }
        const ledger = await store.customers.trustEvents(customerId)
        return customerSays(conversation, inbound, asked, false, ledger, mind.policy.trust, changes.context())
      })
    },

    async thanks(conversationId, moment) {
      at(moment)
      await changes.change(conversationId, (conversation) =>
        conversation ? keeper.thank(conversation, changes.context()) : undefined,
      )
    },
  }
}

/** What was promised in a conversation, due just before a moment. */
function deed({ id: conversationId, customerId, language }: Conversation, id: string, moment: number) {
  const what = language === 'zh' ? '寄出备件' : 'send the part'
  const made = { madeBy: { kind: 'bot' }, madeAt: moment - 10, dueAt: moment - 1 } as const
  return { id, customerId, conversationId, kind: 'deed', what, ...made } as const
}
