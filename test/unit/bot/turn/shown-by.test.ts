import { describe, expect, it } from 'vitest'
import { reply } from '../../../../bot/turn/reply.ts'
import { shownBy } from '../../../../bot/turn/shown-by.ts'
import { takeTurn } from '../../../../bot/turn/take-turn.ts'
import { type MessageBody, newDialogueState } from '../../../../domain/index.ts'
import { scriptedMind } from '../../../support/minds.ts'

const mind = scriptedMind({
  'refund please': { refund: 0.9 },
  'about money': { refund: 0.35, exchange: 0.3, delivery: 0.1 },
  'where is it': { status: 0.9 },
  'I want to complain': { complaint: 0.9 },
  hello: { hello: 0.95 },
  thanks: { thanks: 0.95 },
})

describe('what a turn shows of the bot', () => {
  it.each(['refund please', 'about money', 'where is it', 'I want to complain', 'hello', 'thanks', '¿reembolso?'])(
    'is the way to a person, whatever it does: "%s"',
    (text) => {
      const said = { text, seq: 1, now: 0, fallbackLanguage: 'en' } as const
      const utterances = reply(mind, takeTurn(mind, newDialogueState(), said), 0)
      expect(utterances).not.toEqual([])
      expect(shownBy(utterances).person).toBe(true)
    },
  )

  const answer = { kind: 'answer', need: 'refund', confidence: 0.9 } as const
  const of = (...bodies: MessageBody[]) => shownBy(bodies.map((body) => ({ body })))

  it('is the source only where every answer names one', () => {
    const sourced = { ...answer, source: { title: 'Refunds' } }
    expect(of(sourced, sourced)).toEqual({ source: true, confidence: true, person: false })
    expect(of(sourced, answer)).toEqual({ source: false, confidence: true, person: false })
  })

  it('is neither source nor confidence where nothing was answered', () => {
    expect(of({ kind: 'text', offersPerson: true })).toEqual({ person: true })
    expect(of({ kind: 'clarification', options: [], offersPerson: false })).toEqual({ person: false })
  })
})
