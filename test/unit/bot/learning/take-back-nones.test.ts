import { afterEach, beforeEach, expect, it } from 'vitest'
import { candidateReview } from '../../../../bot/learning/index.ts'
import { type CandidateDecision, fixedClock } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { CORNER_SHOP_MIND } from '../../../contract/channels/corner-shop.ts'

const clock = fixedClock(1_000)
const NONE = { kind: 'none' } as const
let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
})
afterEach(() => store.close())

/** A candidate that was seen once, as message 1 of the conversation of its name. */
async function candidate(text: string, decision: CandidateDecision): Promise<void> {
  const seen = { conversationId: text, seq: 1, customerId: 'c', at: 1, origin: 'handed-over' } as const
  await store.candidates.gather([{ ...seen, text, key: text, language: 'en' }], () => text)
  await store.candidates.decide(text, 1, decision)
}

it('takes back, of the messages of a new need, what was accepted as none and is not taught yet', async () => {
  const accepted = (meant: typeof NONE | { kind: 'need'; need: string }): CandidateDecision => {
    return { state: 'accepted', by: 'ann', at: 2, meant }
  }
  await candidate('engrave it', accepted(NONE))
  await candidate('engrave my ring', accepted(NONE))
  await candidate('engrave a refund', accepted({ kind: 'need', need: 'refund' }))
  await candidate('engrave this', { state: 'rejected', by: 'ann', at: 2 })
  await candidate('of another group', accepted(NONE))
  const review = candidateReview({
    store,
    mind: () => CORNER_SHOP_MIND,
    order: async () => [],
    clock,
    newId: () => 'audit-1',
  })
  const group = ['engrave it', 'engrave my ring', 'engrave a refund', 'engrave this']
  const messages = group.map((conversationId) => ({ conversationId, seq: 1 }))

  expect(await review.takeBackNones('mia', messages, new Set(['engrave it']))).toBe(1)
  const [pending, ...others] = await store.candidates.list({ state: 'pending' }, 10)
  expect([pending?.text, others]).toEqual(['engrave my ring', []])
  expect(await store.candidates.counts()).toEqual({ pending: 1, accepted: 3, rejected: 1 })
  expect(await store.audit.list(10)).toMatchObject([
    { actor: 'mia', action: 'candidate.pending', subject: 'engrave my ring' },
  ])
  expect(await review.takeBackNones('mia', messages, new Set(['engrave it']))).toBe(0)
})
