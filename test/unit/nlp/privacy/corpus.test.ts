import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../../domain/index.ts'
import { findPersonalData } from '../../../../nlp/index.ts'
import { isCovered, readMarkedMessages, readMarks } from '../../../bench/privacy/marked-messages.ts'

const messages = LANGUAGES.flatMap(readMarkedMessages)
const pieces = messages.flatMap(({ text, spans }) => {
  const found = findPersonalData(text)
  return spans.map((span) => ({ kind: span.kind, covered: isCovered(text, span, found) }))
})
const recall = (isName: boolean) => {
  const some = pieces.filter(({ kind }) => (kind === 'person') === isName)
  return some.filter(({ covered }) => covered).length / some.length
}

describe('the written corpus', () => {
  it('has 500 messages, more than 150 of them without personal data', () => {
    expect(messages).toHaveLength(500)
    expect(messages.filter(({ spans }) => spans.length === 0).length).toBeGreaterThan(150)
  })

  it('loses 99 of 100 numbers and addresses and 90 of 100 names', () => {
    expect(recall(false)).toBeGreaterThanOrEqual(0.99)
    expect(recall(true)).toBeGreaterThanOrEqual(0.9)
  })

  it('keeps 95 of 100 messages without personal data as they are', () => {
    const clean = messages.filter(({ spans }) => spans.length === 0)
    const kept = clean.filter(({ text }) => findPersonalData(text).length === 0)
    expect(kept.length / clean.length).toBeGreaterThanOrEqual(0.95)
  })
})

describe('marks', () => {
  it('are taken out of the text and say where it is personal', () => {
    expect(readMarks('I am <person>Iona</person>.')).toEqual({
      text: 'I am Iona.',
      spans: [{ kind: 'person', start: 5, end: 9 }],
    })
  })

  it('have to be closed', () => {
    expect(() => readMarks('I am <person>Iona')).toThrow('not closed')
  })

  it('count as found only when every character is covered', () => {
    const text = 'Iona Kerr'
    const span = { kind: 'person' as const, start: 0, end: 9 }
    expect(isCovered(text, span, [{ kind: 'person', start: 0, end: 4 }])).toBe(false)
    expect(
      isCovered(text, span, [
        { kind: 'person', start: 0, end: 4 },
        { kind: 'person', start: 5, end: 9 },
      ]),
    ).toBe(true)
  })
})
