import { describe, expect, it } from 'vitest'
import { triedSteps } from '../../../../../bot/http/desk/tried.ts'
import { takeTurn } from '../../../../../bot/turn/take-turn.ts'
import { type Conversation, type Message, newDialogueState, type Turn } from '../../../../../domain/index.ts'
import { scriptedMind } from '../../../../support/minds.ts'

const mind = scriptedMind({
  'refund please': { refund: 0.9 },
  'my money': { refund: 0.8 },
  'and an exchange': { exchange: 0.95 },
  'about money': { refund: 0.35, exchange: 0.3, delivery: 0.1 },
  'where is it': { status: 0.9 },
  'CD-104233': { status: 0.1 },
  hello: { hello: 0.95 },
  thanks: { thanks: 0.95 },
  "that's not what I asked, the exchange": { refund: 0.2, exchange: 0.3 },
})

/** What the desk shows after the customer has written these, each at odd numbers as the bot answers between. */
function tried(...texts: string[]) {
  let state = newDialogueState()
  const turns: Turn[] = []
  const messages: Message[] = []
  for (const [i, text] of texts.entries()) {
    const seq = 2 * i + 1
    const { understanding, gap, decision, deliberation, ...outcome } = takeTurn(mind, state, {
      text,
      seq,
      now: i,
      fallbackLanguage: 'en',
    })
    state = outcome.state
    const turn = { id: `t${seq}`, conversationId: 'c', seq, at: i, modelId: 'm', latencyMs: 1 }
    turns.push({ ...turn, understanding, gap, decision, deliberation })
    messages.push({
      id: `m${seq}`,
      conversationId: 'c',
      seq,
      from: 'customer',
      at: i,
      language: 'en',
      text,
      body: { kind: 'text' },
    })
  }
  const conversation: Conversation = {
    id: 'c',
    channel: 'web',
    customerId: 'x',
    language: 'en',
    owner: 'bot',
    version: 1,
    lastSeq: 9,
    settledSeq: 0,
    state,
    createdAt: 0,
    updatedAt: 0,
  }
  return triedSteps({ conversation, turns, messages }, mind.pack)
}

const acts = (...texts: string[]) => tried(...texts).flatMap(({ did }) => did)
const title = (name: string) => ({ en: `About ${name}`, zh: `关于${name}` })

describe('what the bot tried', () => {
  it('tells a refused answer, a list in which nothing was picked, and the handover, oldest first', () => {
    const refused = "that's not what I asked, the exchange"
    expect(acts('refund please', refused, "that's not what I asked")).toMatchObject([
      { kind: 'answered', need: title('refund'), belief: expect.closeTo(0.9, 1), taken: 'refused' },
      { kind: 'offered', needs: [title('exchange')], taken: 'nothing-picked' },
      { kind: 'handed-over', reasons: ['answer-refused'] },
    ])
  })

  it('tells what was picked from a list, by title or number', () => {
    for (const pick of ['about exchange', '2']) {
      expect(acts('about money', pick)[0]).toMatchObject({
        kind: 'offered',
        picked: title('exchange'),
        taken: 'picked',
      })
    }
  })

  it('does not take "what did you understand?" for a reaction', () => {
    expect(acts('about money', 'what did you understand?')).toMatchObject([
      { kind: 'offered', taken: 'open' },
      { kind: 'other', decision: 'explain' },
    ])
    expect(acts('about money', 'what did you understand?', '2')[0]).toMatchObject({ taken: 'picked' })
  })

  it('tells whether a detail was given', () => {
    expect(acts('where is it', 'CD-104233')[0]).toMatchObject({ kind: 'asked', detail: 'orderNumber', taken: 'given' })
    expect(acts('where is it', 'where is it')).toMatchObject([{ taken: 'not-given' }, { taken: 'open' }])
  })

  it('tells how an answer was taken', () => {
    expect(acts('refund please')[0]).toMatchObject({ taken: 'open' })
    expect(acts('refund please', 'my money')[0]).toMatchObject({ taken: 'asked-again' })
    expect(acts('refund please', 'and an exchange')[0]).toMatchObject({ taken: 'moved-on' })
    expect(acts('refund please', 'thanks')[0]).toMatchObject({ taken: 'accepted' })
  })

  it('leaves small talk out', () => {
    expect(acts('hello', 'refund please')).toHaveLength(1)
  })

  it('shows what each step was weighed against, best first, and which of it was done', () => {
    const [offered, handedOver] = tried('about money', 'get me a human')
    const { by, alternatives = [] } = offered?.weighed ?? {}
    expect(by).toBe('utility')
    expect(alternatives.filter(({ chosen }) => chosen)).toMatchObject([{ kind: 'clarify' }])
    const worth = alternatives.map(({ utility }) => utility)
    expect(worth).toEqual(worth.toSorted((a, b) => b - a))
    expect(handedOver?.weighed).toMatchObject({ by: 'rule', alternatives: [] })
  })
})
