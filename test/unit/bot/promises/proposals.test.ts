import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposedPromises } from '../../../../bot/promises/index.ts'
import { type CompanyPromise, HOUR_MS, LANGUAGES } from '../../../../domain/index.ts'
import { readJudgedSentences } from '../../../bench/promises/judged-sentences.ts'

const open = ['09:00-18:00']
const hours = { week: { mon: open, tue: open, wed: open, thu: open, fri: open }, holidays: [], answerWithinHours: 4 }
/** A Monday morning in Shanghai. */
const at = Date.UTC(2026, 10, 23, 2)
const said = { at, hours, timeZone: 'Asia/Shanghai' }

const deed = (what: string, dueAt: number, rest: Partial<CompanyPromise> = {}): CompanyPromise => ({
  id: what,
  customerId: 'amelia',
  conversationId: 'c1',
  kind: 'deed',
  what,
  madeBy: { kind: 'agent', agentId: 'tom' },
  toldBy: 'staff',
  madeAt: at - HOUR_MS,
  dueAt,
  ...rest,
})

describe('promises proposed to an agent', () => {
  it('has the words and the moment of each', () => {
    expect(proposedPromises('So sorry! I will call you within 2 hours.', [], said)).toEqual([
      { what: 'I will call you within 2 hours', action: 'call', certainty: 'stated', dueAt: at + 2 * HOUR_MS },
    ])
  })

  it('says where the company is closed in the minute before it is due', () => {
    const closed = (text: string) => proposedPromises(text, [], said)[0]?.closed
    expect(closed('I will call you tomorrow.')).toBeUndefined()
    expect(closed('I will call you tomorrow at 18:00.')).toBeUndefined()
    expect(closed('I will call you tomorrow at 18:30.')).toBe(true)
    expect(closed('我们周六给您回电。')).toBe(true)
    expect(closed('我会尽快给您答复。')).toBeUndefined()
  })

  it('is not made by a rule that is kept back', () => {
    const text = 'I will call you tomorrow. I will send you the invoice today.'
    const kept = proposedPromises(text, [], said, new Set(['en-will.call']))
    expect(kept.map(({ action }) => action)).toEqual(['send'])
  })

  it('has no moment where none was said', () => {
    expect(proposedPromises('我会尽快给您答复。', [], said)[0]).not.toHaveProperty('dueAt')
  })

  it('is for the first such day to come where no month was said', () => {
    const [tenth, last] = ['10号前给您回电。', '我们31号前给您回电。'].map(
      (text) => proposedPromises(text, [], said)[0]?.dueAt,
    )
    expect(tenth).toBe(Date.UTC(2026, 11, 10, 10))
    expect(last).toBe(Date.UTC(2026, 11, 31, 10))
  })

  it('is not proposed when the same words stand already, nor when they come twice in one text', () => {
    const text = 'I will call you within 2 hours.'
    const [first] = proposedPromises(text, [], said)
    expect(proposedPromises(text, [deed(first?.what ?? '', first?.dueAt ?? 0)], said)).toEqual([])
    expect(proposedPromises(`${text} ${text}`, [], said)).toHaveLength(1)
  })

  it('is not proposed when the same deed was promised in other words for as early', () => {
    const standing = [deed('I will call you within 2 hours', at + 2 * HOUR_MS)]
    expect(proposedPromises('As I said, we will ring you today.', standing, said)).toEqual([])
    expect(proposedPromises('We will call you back.', standing, said)).toEqual([])
  })

  it('is proposed when it is for earlier, of another thing, or when the earlier one is settled', () => {
    const later = [deed('We will call you tomorrow', at + 30 * HOUR_MS)]
    expect(proposedPromises('I will call you within an hour.', later, said)).toHaveLength(1)
    const kettle = [deed('We will send the kettle today', at + 8 * HOUR_MS)]
    expect(proposedPromises('I will e-mail you the invoice today.', kettle, said)).toHaveLength(1)
    const kept = [deed('I will call you within 2 hours', at + 2 * HOUR_MS, { keptAt: at })]
    expect(proposedPromises('I will call you today.', kept, said)).toHaveLength(1)
  })

  it('once accepted is not proposed for the same text again, whatever the text', () => {
    const texts = LANGUAGES.flatMap(readJudgedSentences).map(({ text }) => text)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join('\n')
        const proposed = proposedPromises(text, [], said)
        const accepted = proposed.map(({ what, dueAt }) => deed(what, dueAt ?? at + 99 * HOUR_MS))
        expect(proposedPromises(text, accepted, said)).toEqual([])
        for (const { dueAt } of proposed) expect(dueAt ?? at + 1).toBeGreaterThan(at)
      }),
      { numRuns: 200 },
    )
  })
})
