import { describe, expect, it } from 'vitest'
import type { Mind } from '../../../../bot/turn/mind.ts'
import { reply } from '../../../../bot/turn/reply.ts'
import { type TurnOutcome, takeTurn } from '../../../../bot/turn/take-turn.ts'
import { newDialogueState } from '../../../../domain/index.ts'
import { promise } from '../../../contract/store/sample.ts'
import { scriptedMind } from '../../../support/minds.ts'

const mind = scriptedMind({
  'refund please': { refund: 0.9 },
  'my money': { refund: 0.8 },
  'about money': { refund: 0.35, exchange: 0.3, delivery: 0.1 },
  'something about it': { refund: 0.3, exchange: 0.3 },
  'where is it': { status: 0.9 },
  订单到哪了: { status: 0.9 },
  'CD-104233': { status: 0.1 },
  'I want to complain': { complaint: 0.9 },
  hello: { hello: 0.95 },
  thanks: { thanks: 0.95 },
  "that's not what I asked": { refund: 0.2 },
})

/** Plays messages one after another. */
function play(texts: string[], with_: Mind = mind): TurnOutcome[] {
  const outcomes: TurnOutcome[] = []
  for (const text of texts) {
    const said = { text, seq: outcomes.length + 1, now: 0, fallbackLanguage: 'en' } as const
    outcomes.push(takeTurn(with_, outcomes.at(-1)?.state ?? newDialogueState(), said))
  }
  return outcomes
}

function last(texts: string[], with_: Mind = mind): TurnOutcome {
  const outcome = play(texts, with_).at(-1)
  if (!outcome) throw new RangeError('nothing was played')
  return outcome
}

const decisions = (texts: string[]) => play(texts).map(({ decision }) => decision.kind)

describe('a turn of the bot', () => {
  it('answers what it is sure of, with source and confidence', () => {
    const outcome = last(['refund please'])
    expect(outcome.decision).toMatchObject({ kind: 'answer', need: 'refund' })
    expect(reply(mind, outcome, 0)).toEqual([
      {
        text: 'Refunds take 3 days.',
        body: {
          kind: 'answer',
          need: 'refund',
          confidence: expect.closeTo(0.9, 1),
          source: { title: 'Refunds', url: '/help/refunds' },
          offersPerson: true,
        },
      },
    ])
  })

  it('offers the likeliest needs when it is not sure, in order, and a person', () => {
    const outcome = last(['about money'])
    expect(outcome.decision).toEqual({ kind: 'clarify', candidates: ['refund', 'exchange', 'delivery'] })
    expect(reply(mind, outcome, 0)[0]?.body).toMatchObject({ kind: 'clarification', offersPerson: true })
  })

  it.each(['About exchange', 'about EXCHANGE', '2'])('takes "%s" as the pick from the list', (pick) => {
    expect(last(['about money', pick]).decision).toMatchObject({ kind: 'answer', need: 'exchange' })
  })

  it('never clarifies twice in a row: then a person takes over', () => {
    expect(decisions(['something about it', 'zzz'])).toEqual(['clarify', 'escalate'])
    expect(last(['qqq', 'zzz']).decision).toMatchObject({ kind: 'escalate' })
  })

  it('asks for a missing detail, understands the bare answer, and uses it', () => {
    const outcomes = play(['where is it', 'CD-104233'])
    expect(outcomes.map(({ decision }) => decision.kind)).toEqual(['ask', 'answer'])
    expect(outcomes[1] && reply(mind, outcomes[1], 0)[0]?.text).toBe('Order CD-104233 is on its way.')
  })

  it('does not ask for a detail it was given with the question, or before', () => {
    const eager = scriptedMind({ 'where is CD-7': { status: 0.9 }, 'and now?': { status: 0.9 } })
    expect(last(['where is CD-7'], eager).decision.kind).toBe('answer')
    expect(last(['where is CD-7', 'and now?'], eager).decision.kind).toBe('answer')
  })

  it('hands over when a detail does not come after two questions', () => {
    expect(decisions(['where is it', 'where is it', 'where is it'])).toEqual(['ask', 'ask', 'escalate'])
  })

  it('hands over at once to whoever asks for a person, in both languages', () => {
    for (const text of ['let me talk to a human', '转人工']) {
      expect(last([text]).decision).toEqual({ kind: 'escalate', reasons: ['asked-for-person'] })
    }
  })

  it.each([
    ['my lamp is on fire', 'safety'],
    ['水壶漏电，电到我了', 'safety'],
    ['you will hear from my lawyer', 'legal'],
    ['我要找律师起诉你们', 'legal'],
  ])('hands over at once when "%s"', (text, reason) => {
    expect(last([text]).decision).toEqual({ kind: 'escalate', reasons: [reason] })
  })

  it('hands complaints over with the company’s own words first', () => {
    const outcome = last(['I want to complain'])
    expect(outcome.decision).toEqual({ kind: 'escalate', reasons: ['need-requires-person'] })
    expect(reply(mind, outcome, 3).map(({ body }) => body.kind)).toEqual(['text', 'handover'])
    expect(reply(mind, outcome, 3)[1]?.text).toContain('3 customers are before you')
  })

  const asked = (text: string, fallbackLanguage: 'en' | 'zh') =>
    takeTurn(mind, newDialogueState(), { text, seq: 1, now: 0, fallbackLanguage })

  it.each([
    [
      'en',
      'a human, please',
      ['None of us is here right now; we are back on Monday', 'a person answers by Monday', 'your e-mail address'],
    ],
    ['zh', '转人工', ['人工客服将于11月23日星期一', '我们会在11月23日星期一', '请留下邮箱或电话']],
  ] as const)(
    'says who is not there, when they are back and until when they answer: %s',
    (language, text, expected) => {
      const unattended = {
        absence: { backAt: Date.UTC(2026, 10, 23, 1) },
        promise: promise('p', { dueAt: Date.UTC(2026, 10, 23, 5) }),
        timeZone: 'Asia/Shanghai',
      }
      const [handover] = reply(mind, asked(text, language), 4, unattended)
      for (const words of [...expected, '09:00', '13:00']) expect(handover?.text).toContain(words)
      expect(handover?.text).not.toContain('4')
      expect(handover?.body).toMatchObject({
        kind: 'handover',
        absence: unattended.absence,
        promisedBy: unattended.promise.dueAt,
      })
      expect(reply(mind, asked(text, language), 4)[0]?.body).not.toHaveProperty('absence')
    },
  )

  it.each(['en', 'zh'] as const)('asks for no way to reach somebody who has named one: %s', (language) => {
    const reached = promise('p', { contact: 'cy@example.com' })
    const [handover] = reply(mind, asked('转人工', language), 0, { absence: {}, promise: reached, timeZone: 'UTC' })
    expect(handover?.text).toContain('cy@example.com')
    expect(handover?.text).not.toMatch(/your e-mail|请留下/)
  })

  it.each(['en', 'zh'] as const)('promises no time when it knows of none: %s', (language) => {
    const [handover] = reply(mind, asked('转人工', language), 0, { absence: {}, timeZone: 'UTC' })
    expect(handover).toMatchObject({
      text: expect.not.stringMatching(/\d|your e-mail|请留下/),
      body: { kind: 'handover', absence: {} },
    })
    expect(handover?.body).not.toHaveProperty('promisedBy')
  })

  it('does not repeat an answer that the customer refused, and gives up after the second refusal', () => {
    const outcomes = play(['refund please', "that's not what I asked", "that's not what I asked"])
    expect(outcomes[1]?.decision).toMatchObject({ kind: 'clarify' })
    expect(outcomes[1]?.decision).not.toMatchObject({ candidates: expect.arrayContaining(['refund']) })
    expect(outcomes[2]?.decision).toEqual({ kind: 'escalate', reasons: ['answer-refused'] })
  })

  it('hands over when the same need comes a third time', () => {
    expect(decisions(['refund please', 'my money', 'refund please'])).toEqual(['answer', 'answer', 'escalate'])
    expect(last(['refund please', 'my money', 'refund please']).decision).toMatchObject({ reasons: ['need-repeated'] })
  })

  it('resolves on thanks after an answer, and only greets back before one', () => {
    expect(last(['refund please', 'thanks']).decision).toEqual({ kind: 'resolve' })
    expect(last(['thanks']).decision).toMatchObject({ kind: 'smalltalk' })
    expect(last(['hello']).decision).toMatchObject({ kind: 'smalltalk', need: 'hello' })
  })

  it('speaks the language of the message, and keeps it for bare numbers', () => {
    const outcomes = play(['订单到哪了'])
    expect(outcomes[0] && reply(mind, outcomes[0], 0)[0]?.text).toBe('哪个订单？')
    const state = outcomes[0]?.state ?? newDialogueState()
    expect(takeTurn(mind, state, { text: 'CD-104233', seq: 3, now: 0, fallbackLanguage: 'zh' }).language).toBe('zh')
  })

  it('is the same for the same message in the same state', () => {
    expect(play(['about money', '2', 'thanks'])).toEqual(play(['about money', '2', 'thanks']))
  })
})

/** A mind that hears several needs in the messages of `parts`, and one in all others. */
function hearing(parts: Record<string, string[]>): Mind {
  return {
    ...mind,
    understand: (text, now) => ({
      ...mind.understand(text, now),
      ...(parts[text] && {
        segments: parts[text].map((name, i) => ({ start: i, end: i + 1, text: name, need: name, probability: 0.9 })),
      }),
    }),
  }
}

describe('a message that is nothing but a reply', () => {
  // By their words alone these would be about an exchange.
  const replies = [
    'yes',
    'ok',
    'no',
    'none of these',
    "No, that's not what I asked!",
    '是的',
    '不是',
    '答非所问',
    '这不是我问的',
  ]
  const misled = scriptedMind({
    'where is it': { status: 0.9 },
    'refund please': { refund: 0.9 },
    'about money': { refund: 0.35, delivery: 0.3 },
    ...Object.fromEntries(replies.map((text) => [text, { exchange: 0.9 }])),
  })

  it.each(['yes', 'ok', 'no', '是的', '不是'])('leaves the question for a detail open: "%s"', (text) => {
    expect(last(['where is it', text], misled).decision).toMatchObject({ kind: 'ask', need: 'status' })
  })

  it.each(["No, that's not what I asked!", '答非所问', '这不是我问的'])(
    'takes back what was asked for: "%s"',
    (text) => {
      expect(last(['where is it', text], misled).decision).toEqual({ kind: 'clarify', candidates: [] })
    },
  )

  it.each(["No, that's not what I asked!", '答非所问', '这不是我问的'])(
    'says nothing of another need: "%s"',
    (text) => {
      const { decision, state } = last(['refund please', text], misled)
      expect(decision).toEqual({ kind: 'clarify', candidates: [] })
      expect(state.refusals).toBe(1)
    },
  )

  it.each(['no', 'none of these', '不是'])('goes to a person when it is none of the list: "%s"', (text) => {
    expect(last(['about money', text], misled).decision.kind).toBe('escalate')
  })

  it('is read like any other when it says more', () => {
    const mover = scriptedMind({ 'where is it': { status: 0.9 }, 'no, an exchange please': { exchange: 0.95 } })
    expect(last(['where is it', 'no, an exchange please'], mover).leading?.name).toBe('exchange')
  })
})

describe('a message with several needs', () => {
  it('is answered in the order in which they stand', () => {
    const both = hearing({ 'refund and exchange': ['refund', 'exchange'] })
    const outcome = last(['refund and exchange'], both)
    expect(reply(both, outcome, 0).map(({ text }) => text)).toEqual(['Refunds take 3 days.', 'Answer to exchange.'])
  })

  it('asks what one of them lacks, and goes on with the others once it is given', () => {
    const both = hearing({ 'where is it and a refund and an exchange': ['status', 'refund', 'exchange'] })
    const outcomes = play(['where is it and a refund and an exchange', 'CD-104233'], both)
    expect(outcomes[0]?.decision).toEqual({ kind: 'ask', need: 'status', detail: 'orderNumber' })
    const answers = outcomes[1] ? reply(both, outcomes[1], 0) : []
    expect(answers.map(({ text }) => text)).toEqual([
      'Order CD-104233 is on its way.',
      'Refunds take 3 days.',
      'Answer to exchange.',
    ])
    expect(outcomes[1]?.state.queue).toEqual([])
  })

  it('answers first what it can, and asks last', () => {
    const both = hearing({ 'a refund and where is it': ['refund', 'status'] })
    const outcomes = play(['a refund and where is it', 'CD-104233'], both)
    expect(outcomes[0] && reply(both, outcomes[0], 0).map(({ body }) => body.kind)).toEqual(['answer', 'question'])
    expect(outcomes[1]?.decision).toMatchObject({ kind: 'answer', need: 'status' })
  })

  it('forgets what waits when the customer moves on to something else', () => {
    const both = hearing({ 'where is it and a refund': ['status', 'refund'] })
    const moved = scriptedMind({ 'exchange, please': { exchange: 0.99 } })
    const switching = {
      ...both,
      understand: (text: string, now: number) => (text.startsWith('exchange') ? moved : both).understand(text, now),
    }
    const outcome = last(['where is it and a refund', 'exchange, please'], switching)
    expect(outcome.decision).toMatchObject({ kind: 'answer', need: 'exchange' })
    expect(outcome.state.queue).toEqual([])
  })

  it('goes to a person when one of them is a complaint or a call for one', () => {
    const both = hearing({ 'refund! and this is an outrage': ['refund', 'complaint'] })
    expect(last(['refund! and this is an outrage'], both).decision).toMatchObject({ reasons: ['need-requires-person'] })
  })
})

it('clarifies what has no language at all, instead of declining it', () => {
  const unsure: Mind = {
    ...mind,
    understand: (text, now) => ({ ...mind.understand(text, now), languageConfidence: 0.5 }),
  }
  for (const text of ['🙄', '12345', '？！']) expect(last([text], unsure).decision.kind).toBe('clarify')
})

describe('a message in a third language', () => {
  const foreign: Mind = {
    ...mind,
    understand: (text, now) => ({ ...mind.understand(text, now), languageConfidence: text.includes('?') ? 0.2 : 0.66 }),
  }

  it('is declined with the languages there are, and a person is offered', () => {
    const outcome = last(['¿dónde está?'], foreign)
    expect(outcome.decision).toEqual({ kind: 'decline-language' })
    const [said] = reply(foreign, outcome, 0)
    expect(said?.text).toMatch(/English and Chinese.*\n.*英文和中文/)
    expect(said?.body).toMatchObject({ offersPerson: true })
  })

  it('is not guessed at, however sure the classifier is', () => {
    const sure = {
      ...foreign,
      understand: (text: string, now: number) => ({
        ...foreign.understand('refund please', now),
        languageConfidence: 0.1,
        text,
      }),
    }
    expect(last(['¿reembolso?'], sure).decision.kind).toBe('decline-language')
  })

  it('hands over when it goes on, and at once to whoever asks for a person', () => {
    expect(last(['¿dónde está?', '¿hola?'], foreign).decision.kind).toBe('escalate')
    expect(last(['human?'], foreign).decision).toMatchObject({ reasons: ['asked-for-person'] })
  })

  it('is served when only a word is foreign and the need is clear', () => {
    expect(last(['refund please'], foreign).decision).toMatchObject({ kind: 'answer', need: 'refund' })
  })
})
