import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PRIOR_GAP_MODEL } from '../../../../bot/models/index.ts'
import { EARLIER_MESSAGES, type EarlierMessage } from '../../../../bot/turn/earlier-lines.ts'
import { StoredConversations } from '../../../../bot/turn/stored-conversations.ts'
import { takeTurn } from '../../../../bot/turn/take-turn.ts'
import { type Agent, type DialogueState, fixedClock, newDialogueState } from '../../../../domain/index.ts'
import { GAP_FEATURES, GAP_FORMAT, type GapFeature, type GapModel } from '../../../../nlp/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { scriptedMind } from '../../../support/minds.ts'

const MINUTE = 60_000
const mind = scriptedMind({
  'refund please': { refund: 0.9 },
  'about money': { refund: 0.35, exchange: 0.3, delivery: 0.1 },
  hello: { hello: 0.95 },
})

function line(seq: number, from: EarlierMessage['from'], text: string, minute: number): EarlierMessage {
  const kind = from === 'system' ? ({ kind: 'survey', surveyId: 's' } as const) : ({ kind: 'text' } as const)
  return { seq, from, at: minute * MINUTE, text, body: kind }
}

function signs(before: DialogueState, text: string, earlier?: EarlierMessage[], with_ = mind) {
  const said = { text, seq: 9, now: 30 * MINUTE, fallbackLanguage: 'en', ...(earlier && { earlier }) } as const
  return takeTurn(with_, before, said).deliberation.gapEstimate?.signs ?? {}
}

describe('what a turn knows for its gap', () => {
  it('is kept with it, by name, beside the language and the model that estimated it', () => {
    const said = { text: 'refund please', seq: 1, now: 0, fallbackLanguage: 'en', earlier: [] } as const
    const { deliberation, gap } = takeTurn(mind, newDialogueState(), said)
    expect(deliberation.gapEstimate).toMatchObject({ modelId: 'prior', language: 'en' })
    expect(deliberation.gapEstimate?.signs).toMatchObject({
      understanding: gap.parts.understanding,
      turns: 0,
      slowStart: 0,
      wording: expect.any(Number),
    })
    // Nothing had been said that could have been followed by silence.
    expect(deliberation.gapEstimate?.signs).not.toHaveProperty('longSilence')
  })

  it('counts the customer’s messages, and tells a start without an answer from one with', () => {
    const before = { ...newDialogueState(), sentiments: [0], heard: { messages: 7, fromSeq: 1 } }
    expect(signs(before, 'about money')).toMatchObject({ turns: 3, slowStart: 1 })
    const answered = { ...before, answered: { need: 'refund', times: 1 } }
    expect(signs(answered, 'about money')).toMatchObject({ turns: 3, slowStart: 0 })
  })

  it('counts on from what a state of an older version kept', () => {
    expect(signs({ ...newDialogueState(), sentiments: [0, 0, 0] }, 'about money')).toMatchObject({ turns: 2 })
  })

  it('measures silence from the last words of the bot or an agent, not from a survey', () => {
    const before = { ...newDialogueState(), heard: { messages: 1, fromSeq: 1 } }
    const asked = line(1, 'customer', 'hi', 0)
    expect(signs(before, 'hello', [asked, line(2, 'bot', 'Hello.', 1)])).toMatchObject({ longSilence: 1 })
    expect(signs(before, 'hello', [asked, line(2, 'agent', 'Hello.', 29)])).toMatchObject({ longSilence: 0 })
    const surveyed = [asked, line(2, 'bot', 'Hello.', 1), line(3, 'system', 'How was it?', 29)]
    expect(signs(before, 'hello', surveyed)).toMatchObject({ longSilence: 1 })
  })

  it('hears how the dialogue sounds, and not what was settled before it was reopened', () => {
    const angry = line(5, 'customer', 'This is useless, terrible, the worst service ever!', 1)
    const open = { ...newDialogueState(), heard: { messages: 1, fromSeq: 5 } }
    const settled = { ...newDialogueState(), heard: { messages: 1, fromSeq: 7 } }
    const now = 'This is useless, you are not listening!'
    const calm = signs(settled, 'refund please', [angry]).wording ?? 0
    expect(signs(settled, now, [angry]).wording).toBeGreaterThan(calm)
    expect(signs(settled, now, [angry]).wording).toBe(signs(settled, now, []).wording)
    expect(signs(open, now, [angry]).wording).not.toBe(signs(settled, now, [angry]).wording)
  })

  it('says nothing of wording and silence where the messages before were not kept', () => {
    const known = signs({ ...newDialogueState(), heard: { messages: 1, fromSeq: 1 } }, 'hello')
    expect(known).not.toHaveProperty('wording')
    expect(known).not.toHaveProperty('longSilence')
  })

  it('is weighed by the trained model that serves', () => {
    const zeros = Object.fromEntries(GAP_FEATURES.map((feature) => [feature, 0])) as Record<GapFeature, number>
    const half = { intercept: 0, coefficients: zeros, own: false, penalty: 1, calibration: { slope: 1, offset: 0 } }
    const language = { ...half, outcomes: 1, metrics: null }
    const model: GapModel = {
      formatVersion: GAP_FORMAT,
      kind: 'trained',
      trainedWith: 'test',
      dataHash: '',
      seed: 1,
      trainedAt: 0,
      outcomes: 1,
      missing: 0,
      folds: 5,
      usual: zeros,
      languages: { en: language, zh: language },
    }
    const said = { text: 'refund please', seq: 1, now: 0, fallbackLanguage: 'en' } as const
    const outcome = takeTurn({ ...mind, gapModel: { id: 'g1', model } }, newDialogueState(), said)
    expect(outcome.gap).toMatchObject({ value: 0.5, reasons: [{ code: 'usual-share', contribution: 0.5 }] })
    expect(outcome.deliberation.gapEstimate?.modelId).toBe('g1')
    expect(PRIOR_GAP_MODEL.id).toBe('prior')
  })
})

describe('a recorded turn', () => {
  let store: Store
  beforeEach(async () => {
    store = await openStore(':memory:')
  })
  afterEach(() => store.close())

  it('taken again on the recorded messages knows exactly the same, over a reopening and an agent', async () => {
    const clock = fixedClock(Date.UTC(2026, 10, 22))
    let ids = 0
    const newId = () => `id-${++ids}`
    const service = new StoredConversations({ store, mind: () => mind, clock, newId, stopwatch: () => 0 })
    const kim: Agent = {
      id: 'kim',
      email: 'kim@example.com',
      name: 'Kim',
      role: 'agent',
      languages: ['en'],
      queues: [],
      capacity: 5,
      createdAt: 0,
    }
    await store.people.add(kim)
    const write = async (text: string) => {
      clock.advance(7 * MINUTE)
      await service.receive({ conversationId: 'c', channel: 'web', customer: { id: 'dl_cy' }, text })
    }
    for (let i = 0; i < 14; i++) await write(i % 7 === 0 ? 'refund please' : 'hello')
    clock.advance(MINUTE)
    await service.closeIdle('c', clock.now())
    await write('about money')
    await write('let me talk to a human')
    const [waiting] = await store.escalations.waiting(1)
    await service.accept(waiting?.id ?? '', kim)
    await service.say('c', kim, 'I have sent it back to you.')
    await service.returnToBot('c', kim)
    await write('refund please')
    await write('this is useless')

    const messages = await store.conversations.messages('c', 0, 1000)
    const turns = await store.conversations.turns('c')
    expect(turns).toHaveLength(18)
    for (const { seq, at, deliberation, gap } of turns) {
      const earlier = messages.filter((message) => message.seq < seq).slice(-EARLIER_MESSAGES)
      const text = messages[seq - 1]?.text ?? ''
      const before = deliberation?.before ?? newDialogueState()
      const again = takeTurn(mind, before, { text, seq, now: at, fallbackLanguage: 'en', earlier })
      expect(again.deliberation.gapEstimate).toEqual(deliberation?.gapEstimate)
      expect(again.gap).toEqual(gap)
    }
    const counted = turns.map(({ deliberation }) => 2 ** (deliberation?.gapEstimate?.signs.turns ?? -1))
    expect(counted.map(Math.round)).toEqual([...Array.from({ length: 14 }, (_, i) => i + 1), 1, 2, 1, 2])
  })
})
