import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gapReasonText } from '../../../../bot/commands/gap-reason-text.ts'
import { type GapLearning, gapTryOf, learnGap } from '../../../../bot/learning/index.ts'
import { followGapModel, PRIOR_GAP_MODEL } from '../../../../bot/models/index.ts'
import { outcomeCounts } from '../../../../bot/report/outcome-counts.ts'
import { StoredConversations } from '../../../../bot/turn/stored-conversations.ts'
import { fixedClock, type Turn } from '../../../../domain/index.ts'
import { seededRandom } from '../../../../nlp/intent/random.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { policy, scriptedMind } from '../../../support/minds.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 10, 1)
const CLEAR = { en: 'refund please', zh: '请退款' }
const VAGUE = { en: 'about my money', zh: '钱的事' }

let store: Store
let clock: ReturnType<typeof fixedClock>
let mind = scriptedMind({})
let conversations: StoredConversations
let ids = 0

beforeEach(async () => {
  store = await openStore(':memory:')
  clock = fixedClock(START)
  mind = scriptedMind({
    [CLEAR.en]: { refund: 0.97 },
    [CLEAR.zh]: { refund: 0.97 },
    [VAGUE.en]: { refund: 0.88 },
    [VAGUE.zh]: { refund: 0.88 },
  })
  conversations = new StoredConversations({
    store,
    mind: () => mind,
    clock,
    newId: () => `id-${++ids}`,
    stopwatch: () => 0,
  })
})
afterEach(() => store.close())

/** What the customer says in the survey; undefined: does not answer it. */
type Answer = (turn: Turn, vague: boolean) => { rating: number; resolved: boolean } | undefined

const met = { rating: 5, resolved: true }
const unmet = { rating: 1, resolved: false }

/** Customers who ask once, get an answer, leave, and perhaps fill in the survey. */
async function serve(count: number, answer: Answer, prefix = 'c'): Promise<void> {
  for (let i = 0; i < count; i++) {
    const conversationId = `${prefix}${i}`
    const customer = { id: `dl_${conversationId}` }
    const vague = i % 3 === 0
    const language = i % 2 === 0 ? 'en' : 'zh'
    clock.advance(60_000)
    await conversations.receive({ conversationId, channel: 'web', customer, text: (vague ? VAGUE : CLEAR)[language] })
    clock.advance(HOUR)
    await conversations.closeIdle(conversationId, clock.now())
    const sent = (await store.conversations.messages(conversationId, 0, 10)).find(({ body }) => body.kind === 'survey')
    const [turn] = await store.conversations.turns(conversationId)
    const said = turn && answer(turn, vague)
    if (!said || sent?.body.kind !== 'survey') continue
    const survey = { surveyId: sent.body.surveyId, ...said }
    await conversations.receive({ conversationId, channel: 'web', customer, text: '', survey })
  }
}

function learn(): Promise<GapLearning> {
  const log = { warn: () => undefined }
  return learnGap({ store, policy, clock, newId: () => `gap-${++ids}`, log })
}

async function tried(): Promise<Extract<GapLearning, { kind: 'tried' }>> {
  const learning = await learn()
  if (learning.kind !== 'tried') throw new TypeError(`nothing was tried: ${JSON.stringify(learning)}`)
  return learning
}

/** Vague questions are mostly misunderstood here, far more often than the prior thinks. */
function vagueFails(seed: number): Answer {
  const random = seededRandom(seed)
  return (_turn, vague) => (random() < (vague ? 0.85 : 0.05) ? unmet : met)
}

/** Just as often unmet as the model that served said: there is nothing to learn. */
function asEstimated(seed: number): Answer {
  const random = seededRandom(seed)
  return ({ gap }) => (random() < gap.value ? unmet : met)
}

describe('learning the gap', () => {
  it('is tried by one node at a time', async () => {
    await serve(240, vagueFails(1))
    clock.advance(policy.gap.reopenWithinHours * HOUR)
    const both = await Promise.all([learn(), learn()])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['tried', 'under-way'])
    expect(await store.gapModels.list()).toHaveLength(1)
  })

  it('trains on enough outcomes of its own, is promoted by the gate, and estimates the next turn with its reasons', async () => {
    await serve(240, vagueFails(1))
    clock.advance(policy.gap.reopenWithinHours * HOUR)
    const { id, promoted, about } = await tried()
    expect(about.outcomes).toMatchObject({ known: 240, bySource: { survey: 240 }, missing: 0 })
    expect(about).toMatchObject({ against: 'prior', attempt: 1, verdict: { promote: true } })
    expect(about.verdict.reasons[0]).toMatchObject({ code: 'better', level: 0.025 })
    expect(promoted).toBe(true)

    const ask = async (conversationId: string, text: string) => {
      await conversations.receive({ conversationId, channel: 'web', customer: { id: 'dl_new' }, text })
      const [turn] = await store.conversations.turns(conversationId)
      if (!turn) throw new TypeError('no turn')
      return turn
    }
    const before = await ask('before', VAGUE.en)
    const follow = followGapModel(
      store,
      () => mind.gapModel,
      (gapModel) => {
        mind = { ...mind, gapModel }
      },
      { warn: () => undefined },
    )
    expect(await follow.run()).toBe(1)
    expect(await follow.run()).toBe(0)
    const after = await ask('after', VAGUE.en)

    expect(before.deliberation?.gapEstimate).toMatchObject({ modelId: 'prior', language: 'en' })
    expect(before.gap.value).toBeLessThan(0.4)
    expect(after.deliberation?.gapEstimate).toMatchObject({ modelId: id, language: 'en' })
    expect(after.deliberation?.gapEstimate?.signs).toEqual(before.deliberation?.gapEstimate?.signs)
    expect(after.gap.value).toBeGreaterThan(0.6)
    expect(after.gap.reasons.map(({ code }) => code)).toContain('usual-share')
    const total = after.gap.reasons.reduce((sum, { contribution }) => sum + contribution, 0)
    expect(total).toBeCloseTo(after.gap.value, 9)
    expect((await ask('clear', CLEAR.zh)).gap.value).toBeLessThan(0.3)
  })

  it('keeps a useless challenger back, with the reason, and tries again only when enough is new', async () => {
    await serve(210, asEstimated(7))
    clock.advance(policy.gap.reopenWithinHours * HOUR)
    const first = await tried()
    expect(first.promoted).toBe(false)
    expect(first.about.verdict.reasons[0]).toMatchObject({ code: 'not-better', level: 0.025 })
    expect(first.about.verdict.reasons.map(gapReasonText)[0]).toMatch(
      /^not shown to be better: Brier score 0\.\d+ against 0\.\d+, p = \S+, at most 0\.025 asked$/,
    )
    expect(await store.gapModels.champion()).toBeUndefined()
    const [kept] = await store.gapModels.list()
    expect(kept).toMatchObject({ id: first.id, status: 'challenger' })
    expect(kept && gapTryOf(kept)).toEqual(first.about)

    expect(await learn()).toEqual({ kind: 'too-few-new', fresh: 0, needed: 21 })
    await serve(21, asEstimated(8), 'later')
    expect(await learn()).toMatchObject({ kind: 'too-few-new' })
    clock.advance(policy.gap.reopenWithinHours * HOUR)
    const second = await tried()
    expect(second.about).toMatchObject({ against: PRIOR_GAP_MODEL.id, attempt: 2, outcomes: { known: 231 } })
    expect(second.about.verdict.reasons[0]).toMatchObject({ level: 0.05 / 6 })
  })

  it('counts what nobody told as missing, never as good, and waits for enough that is known', async () => {
    const fails = vagueFails(3)
    let asked = 0
    await serve(210, (turn, vague) => (asked++ % 2 === 0 ? fails(turn, vague) : undefined))
    clock.advance(policy.gap.reopenWithinHours * HOUR)
    expect(await learn()).toEqual({ kind: 'too-few-outcomes', known: 105, needed: 200 })
    const period = { from: START, to: clock.now() }
    expect(await outcomeCounts(store, policy, period, clock.now())).toMatchObject({
      episodes: 210,
      known: 105,
      missing: 105,
      pending: 0,
    })
    expect(await outcomeCounts(store, policy, period, clock.now(), 'teams')).toMatchObject({ episodes: 0 })
  })

  it('takes no outcome for final while the customer may still come back', async () => {
    await serve(3, () => met)
    const counts = () => outcomeCounts(store, policy, { from: START, to: clock.now() + 1 }, clock.now())
    expect(await counts()).toMatchObject({ known: 0, pending: 3 })
    clock.advance(policy.gap.reopenWithinHours * HOUR)
    expect(await counts()).toMatchObject({ known: 3, pending: 0 })
  })
})
