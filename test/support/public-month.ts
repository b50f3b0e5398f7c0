import { MINUTE_MS } from '../../domain/index.ts'
import { seededRandom } from '../../nlp/intent/random.ts'
import type { Store } from '../../store/index.ts'
import { change, committed, conversation, escalation, promise, survey } from '../contract/store/sample.ts'

/** What one customer did in the month: a conversation that ended, and what else came of it. */
export interface PublicDoing {
  customer: string
  calledPerson: boolean
  answeredAfterMinutes?: number
  promiseKept?: boolean
  rating?: 1 | 2 | 3 | 4 | 5
}

/** So many customers of a shop that keeps most of what it promises. */
export function publicMonth(customers: number, seed: number): PublicDoing[] {
  const random = seededRandom(seed)
  return Array.from({ length: customers }, (_, index) => {
    const calledPerson = random() < 0.35
    const waited = -Math.log(random()) * 6
    return {
      customer: `customer-${index}`,
      calledPerson,
      ...(calledPerson && { answeredAfterMinutes: waited }),
      ...(random() < 0.3 && { promiseKept: random() < 0.93 }),
      ...(random() < 0.4 && { rating: random() < 0.8 ? 5 : 2 }),
    }
  })
}

/** Writes it through the port; everything happens at `at`, epoch milliseconds. */
export async function live(store: Store, doings: readonly PublicDoing[], at: number): Promise<void> {
  for (const { customer, calledPerson, answeredAfterMinutes, promiseKept, rating } of doings) {
    const id = `talk-of-${customer}`
    const own = { conversationId: id, customerId: customer }
    const reply = answeredAfterMinutes !== undefined && { firstReplyAt: at + answeredAfterMinutes * MINUTE_MS }
    const made = promise(`p-${customer}`, { ...own, dueAt: at })
    const { escalationId: _, ...deed } = made
    const about = calledPerson
      ? ({ kind: 'agent', agentId: 'kim', escalationId: `e-${customer}` } as const)
      : ({ kind: 'bot', modelId: 'm' } as const)
    await committed(
      store,
      change(conversation({ id, customerId: customer, createdAt: at, updatedAt: at }), {
        events: [
          { kind: 'opened', at },
          ...(calledPerson ? [{ kind: 'escalated', at, escalationId: `e-${customer}` } as const] : []),
          { kind: 'resolved', at, by: calledPerson ? 'agent' : 'bot' },
        ],
        ...(calledPerson && { escalations: [escalation(`e-${customer}`, { ...own, queuedAt: at, ...reply })] }),
        ...(promiseKept !== undefined && {
          promises: [{ ...deed, kind: 'deed', ...(promiseKept ? { keptAt: at } : { brokenAt: at }) }],
        }),
        ...(rating !== undefined && {
          survey: survey(`s-${customer}`, { ...own, sentAt: at, about }),
          response: { surveyId: `s-${customer}`, at, rating },
        }),
      }),
    )
  }
}
