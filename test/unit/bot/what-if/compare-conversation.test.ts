import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareConversation, isSameToCustomer } from '../../../../bot/what-if/compare-conversation.ts'
import type { TrustEvent } from '../../../../domain/index.ts'
import { conversationTexts, decisionsOf, mindWith, otherMinds, recording } from './recordings.ts'

const inForce = mindWith()

describe('a recorded conversation decided anew', () => {
  it('is the same under the same policy, and every decision of the record is made again', () => {
    fc.assert(
      fc.property(otherMinds, conversationTexts, (mind, texts) => {
        const turns = compareConversation({ inForce: mind, proposed: mind }, recording(mind, 'c', texts), [])
        expect(turns).toHaveLength(texts.length)
        for (const turn of turns)
          expect(turn).toMatchObject({ kind: 'compared', reproduced: true, differs: false, gained: 0 })
      }),
    )
  })

  it('goes as the whole conversation would have gone from its start under each policy, up to the first difference', () => {
    fc.assert(
      fc.property(otherMinds, otherMinds, conversationTexts, (mind, proposed, texts) => {
        const turns = compareConversation({ inForce: mind, proposed }, recording(mind, 'c', texts), [])
        const [one, other] = [decisionsOf(mind, texts), decisionsOf(proposed, texts)]
        const first = one.findIndex((decision, i) => {
          const twin = other[i]
          return twin === undefined || !isSameToCustomer(decision, twin)
        })
        const upTo = first < 0 ? texts.length : first + 1
        expect(turns.map(({ kind }) => kind)).toEqual(texts.map((_, i) => (i < upTo ? 'compared' : 'not-known')))
        for (const [i, turn] of turns.slice(0, upTo).entries()) {
          expect(turn).toMatchObject({ before: one[i], after: other[i], differs: i === first })
        }
      }),
      { numRuns: 300 },
    )
  })

  it('turns every answer by weighing into something else when the bot must be surer than certain', () => {
    const proposed = mindWith({ answerAbove: 1 })
    fc.assert(
      fc.property(conversationTexts, (texts) => {
        for (const turn of compareConversation({ inForce, proposed }, recording(inForce, 'c', texts), [])) {
          if (turn.kind !== 'compared') continue
          expect(['answer', 'several', 'ask']).not.toContain(turn.after.kind)
          if (turn.before.kind === 'answer') expect(turn.differs).toBe(true)
        }
      }),
    )
  })

  it('keeps the threshold of the time unless the new policy sets another than the one in force', () => {
    const careful = recording(mindWith({ answerAbove: 0.97 }), 'c', ['refund please'])
    const decided = (proposed: typeof inForce) => compareConversation({ inForce, proposed }, careful, [])[0]
    expect(decided(mindWith())).toMatchObject({ reproduced: true, differs: false })
    expect(decided(mindWith({ answerAbove: 0.5 }))).toMatchObject({ differs: true, after: { kind: 'answer' } })
  })

  it('says so when the policy in force would not decide as the record says', () => {
    const recorded = recording(mindWith({ maxClarifications: 0 }), 'c', ['refund or exchange'])
    expect(compareConversation({ inForce, proposed: inForce }, recorded, [])).toMatchObject([
      { kind: 'compared', reproduced: false, differs: false },
    ])
  })

  it('takes what happened between two turns from the record', () => {
    const texts = ['refund or exchange', 'refund or exchange']
    const recorded = recording(inForce, 'c', texts)
    const [first, second] = recorded.turns
    const fresh = first?.turn.deliberation?.before
    // Somebody gave the conversation back to the bot: its doubts were settled.
    if (second?.turn.deliberation && fresh) second.turn.deliberation.before = fresh
    const turns = compareConversation({ inForce, proposed: inForce }, recorded, [])
    expect(turns[1]).toMatchObject({ kind: 'compared', before: { kind: 'clarify' } })
  })

  it('gives the reason where a turn cannot be decided anew, and goes on after it', () => {
    const texts = ['refund please', 'refund please', 'where is it', 'refund please']
    const recorded = recording(inForce, 'c', texts)
    const [old, silent] = recorded.turns
    if (old) delete old.turn.deliberation
    if (silent) delete silent.message
    const needs = new Map([...inForce.needs].filter(([name]) => name !== 'status'))
    const pair = { inForce: { ...inForce, needs }, proposed: { ...inForce, needs } }
    expect(compareConversation(pair, recorded, []).slice(0, 3)).toEqual([
      { kind: 'undecidable', why: 'no-deliberation' },
      { kind: 'undecidable', why: 'text-not-kept' },
      { kind: 'undecidable', why: 'need-gone' },
    ])
    expect(compareConversation({ inForce, proposed: inForce }, recorded, [])[3]).toMatchObject({ kind: 'compared' })
  })

  it('sorts the customer anew where the new policy has other segments, by the trust of that time', () => {
    const withSegment = (segment: object) => {
      const mind = mindWith()
      const standard = { ...mind.policy.stakes, bySegment: { one: { wrongAnswer: 200 } } }
      return { ...mind, policy: { ...mind.policy, segments: [{ name: 'one', ...segment }], stakes: standard } }
    }
    const recorded = recording(inForce, 'c', ['refund please'])
    const ledger: TrustEvent[] = [
      { id: 'e', customerId: 'c', at: 0, cause: 'promise-broken', gain: 0, loss: 20, scoreAfter: 0 },
    ]
    const later = ledger.map((event) => ({ ...event, at: 1 }))
    const decided = (segment: object, rows: TrustEvent[] = []) => {
      const [turn] = compareConversation({ inForce, proposed: withSegment(segment) }, recorded, rows)
      return turn?.kind === 'compared' ? turn.after.kind : turn?.kind
    }
    expect(decided({ channel: 'teams' })).toBe('answer')
    expect(decided({ channel: 'web' })).not.toBe('answer')
    expect(decided({ language: 'zh' })).toBe('answer')
    expect(decided({ trustBelow: 0.3 }, ledger)).not.toBe('answer')
    expect(decided({ trustBelow: 0.3 }, later)).toBe('answer')
  })

  it('values a difference by what the new policy weighed, and never at a loss against what was open to it', () => {
    fc.assert(
      fc.property(otherMinds, conversationTexts, (proposed, texts) => {
        // With nothing to be sure of, what the new policy does is the best it weighed.
        const free = {
          ...proposed,
          policy: { ...proposed.policy, decide: { ...proposed.policy.decide, answerAbove: 0 } },
        }
        const recorded = recording(inForce, 'c', texts)
        for (const turn of compareConversation({ inForce, proposed: free }, recorded, [])) {
          if (turn.kind === 'compared' && turn.gained !== undefined) expect(turn.gained).toBeGreaterThanOrEqual(-1e-9)
        }
      }),
    )
  })
})
