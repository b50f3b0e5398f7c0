import { describe, expect, test } from 'vitest'
import { dialogueNow, inOneLine, topicsOf } from '../../../../bot/help/index.ts'
import { type Conversation, type Message, newDialogueState } from '../../../../domain/index.ts'
import { scriptedMind } from '../../../support/minds.ts'

const MIND = scriptedMind({
  'where is it': { status: 0.9 },
  'AB-12 is the order': { status: 0.8 },
  'a person': { person: 0.95, status: 0.01 },
})

const CONVERSATION: Conversation = {
  id: 'c',
  channel: 'web',
  customerId: 'x',
  language: 'en',
  owner: 'agent',
  settledSeq: 0,
  version: 1,
  lastSeq: 2,
  state: newDialogueState(),
  createdAt: 0,
  updatedAt: 0,
}

function written(...texts: string[]): Message[] {
  return texts.map((text, i) => ({
    id: `m${i}`,
    conversationId: 'c',
    seq: i + 1,
    from: 'customer',
    at: i,
    language: 'en',
    text,
    body: { kind: 'text' },
  }))
}

describe('what the customer needs, in one line', () => {
  test('is the likeliest need with what is given and what is missing, in both languages', () => {
    const belief = { needs: [{ need: 'status', probability: 0.9 }], noneOfThem: 0.1 }
    expect(inOneLine(MIND, { belief, details: {} }, undefined)).toEqual({
      en: 'About status · still missing: order number',
      zh: '关于status · 还缺：订单号',
    })
    expect(inOneLine(MIND, { belief, details: { orderNumber: 'AB-12' } }, undefined)).toEqual({
      en: 'About status · order number AB-12',
      zh: '关于status · 订单号 AB-12',
    })
  })

  test('is what it was handed over for when nothing is likelier', () => {
    expect(inOneLine(MIND, { details: {} }, { need: 'refund', reasons: ['answer-refused'] }).en).toBe('About refund')
  })

  test('says so when it is not clear', () => {
    expect(inOneLine(MIND, { details: {} }, { reasons: ['asked-for-person'] })).toEqual({
      en: 'Wants a person, and has not said what about',
      zh: '要求转人工，还没有说是什么事',
    })
    expect(inOneLine(MIND, { details: {} }, undefined).en).toBe('Not clear yet what they need')
  })
})

describe('the dialogue with what the bot did not hear', () => {
  test('believes what the customer has told the agent, and knows the details they gave', () => {
    const dialogue = dialogueNow(MIND, CONVERSATION, written('where is it', 'AB-12 is the order'), 0)
    expect(dialogue.details).toEqual({ orderNumber: 'AB-12' })
    expect(topicsOf(dialogue, MIND, undefined)[0]).toMatchObject({ need: 'status' })
  })

  test('is as it was when the bot has heard everything', () => {
    expect(dialogueNow(MIND, CONVERSATION, written('where is it'), 1)).toBe(CONVERSATION.state)
  })

  test('keeps its topic when the customer asks for a person', () => {
    const dialogue = dialogueNow(MIND, CONVERSATION, written('where is it', 'a person'), 0)
    expect(dialogue.belief?.needs[0]?.need).toBe('person')
    const [first] = topicsOf(dialogue, MIND, undefined)
    expect(first?.need).toBe('status')
    expect(first?.probability).toBeGreaterThan(0.2)
  })
})
