import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCardAction } from '../../../../../bot/channels/agent-chats/card-action.ts'
import { chatsToTell } from '../../../../../bot/channels/agent-chats/chats-to-tell.ts'
import { readCommand } from '../../../../../bot/channels/agent-chats/command.ts'
import { linkCodeHash, newLinkCode } from '../../../../../bot/channels/agent-chats/link-code.ts'
import { REASON_WORDS } from '../../../../../bot/channels/agent-chats/reason-words.ts'
import { recipientOf } from '../../../../../bot/channels/agent-chats/recipient.ts'
import { LANGUAGES, newRouting } from '../../../../../domain/index.ts'
import type { AgentChat } from '../../../../../store/index.ts'
import { escalationReasonWords, gapReasonWords } from '../../../../../web/shared/reason-words.ts'
import { ANNA } from '../../../../contract/channels/company.ts'
import { escalation, START } from '../../../../contract/store/sample.ts'

describe('a code that links a chat', () => {
  it('has eight characters that nobody mistakes, and is read in any case', () => {
    for (let i = 0; i < 200; i++) expect(newLinkCode(randomInt)).toMatch(/^[A-HJKMNP-Z2-9]{8}$/)
    expect(linkCodeHash('abcdefgh')).toBe(linkCodeHash('ABCDEFGH'))
    expect(readCommand(' Link abcd2345 ')).toEqual({ kind: 'link', code: 'abcd2345' })
    expect(readCommand('绑定：ABCD2345')).toEqual({ kind: 'link', code: 'ABCD2345' })
  })
})

describe('a command', () => {
  it.each([
    ['available', '上线'],
    ['away', '离开'],
    ['unlink', '解绑'],
    ['return', '退回'],
    ['help', '帮助'],
    ['resolve', '解决'],
    ['unresolved', '未解决'],
    ['spam', '垃圾消息'],
  ])('is %s, or %s, and nothing but a whole message', (english, chinese) => {
    expect(readCommand(english.toUpperCase())).toBeDefined()
    expect(readCommand(chinese)).toEqual(readCommand(english))
    expect(readCommand(`${english}.`)).toBeUndefined()
    expect(readCommand(`please ${english} it`)).toBeUndefined()
  })
})

describe('a button', () => {
  const data = { candor: 'agent', act: 'resolve', escalationId: 'e1', outcome: 'spam', trueNeed: '' }

  it('says the same as a message and as an executed action', () => {
    expect(readCardAction({ action: { verb: 'resolve', data } })).toEqual(readCardAction(data))
    expect(readCardAction(data)).toMatchObject({ act: 'resolve', outcome: 'spam' })
  })

  it('is ours or nothing', () => {
    fc.assert(fc.property(fc.anything(), (value) => readCardAction(value) === undefined))
    expect(readCardAction({ ...data, act: 'erase' })).toBeUndefined()
    expect(readCardAction({ ...data, outcome: 'lost' })).not.toHaveProperty('outcome', 'lost')
  })
})

describe('the customer to whom an agent writes', () => {
  const accepted = (id: string, at: number) => escalation(id, { conversationId: `c-${id}`, acceptedAt: at })

  it('is the last one accepted, until another is chosen, until one more is accepted', () => {
    const [first, second] = [accepted('a', 1), accepted('b', 2)]
    expect(recipientOf([first, second], undefined)).toBe(second)
    expect(recipientOf([first, second], { conversationId: 'c-a', at: 3 })).toBe(first)
    expect(recipientOf([first, second, accepted('c', 4)], { conversationId: 'c-a', at: 3 })?.id).toBe('c')
    expect(recipientOf([second], { conversationId: 'c-a', at: 3 })).toBe(second)
    expect(recipientOf([], { conversationId: 'c-a', at: 3 })).toBeUndefined()
  })

  it('is always one whom they have, in whatever order they are read', () => {
    const times = fc.uniqueArray(fc.nat(50), { maxLength: 6 })
    fc.assert(
      fc.property(times, fc.nat(60), fc.nat(6), (ats, at, pick) => {
        const open = ats.map((each, index) => accepted(String(index), each))
        const chosen = { conversationId: `c-${pick}`, at }
        const recipient = recipientOf(open, chosen)
        expect(recipientOf(open.toReversed(), chosen)).toBe(recipient)
        return open.length === 0 ? recipient === undefined : open.some((each) => each === recipient)
      }),
    )
  })
})

describe('the chats in which a waiting customer is shown', () => {
  const chat = (key: string, agentId: string, kind: AgentChat['kind'] = 'personal'): AgentChat => ({
    key,
    kind,
    agentId,
    userId: agentId,
    reference: '{}',
    linkedAt: START,
  })
  const chats = [chat('a:ann', 'ann'), chat('a:bo', 'bo'), chat('19:room', 'ann', 'channel')]
  const agents = [
    { ...ANNA, id: 'ann' },
    { ...ANNA, id: 'bo', languages: ['zh' as const] },
  ]
  const presences = ['ann', 'bo'].map((agentId) => ({ agentId, available: true, until: START + 1000, since: START }))
  const told = (routing: object, now = START, facts = {}) =>
    chatsToTell(escalation('e1', { routing: { ...newRouting(), ...routing } }), {
      chats,
      agents,
      presences,
      now,
      ...facts,
    }).map(({ key }) => key)
  const toBo = { offer: { agentId: 'bo', at: START, until: START + 500 } }

  it('are that of the agent to whom they are offered, as long as the offer holds', () => {
    expect(told(toBo)).toEqual(['a:bo'])
    expect(told(toBo, START + 500)).toEqual([])
    expect(told({})).toEqual([])
  })

  it('are, once everybody may take them, the channels and those who serve such customers and have not passed', () => {
    expect(told({ openSince: START })).toEqual(['a:ann', '19:room'])
    expect(told({ openSince: START, passedBy: ['ann'] })).toEqual(['19:room'])
  })

  it('are never those of people who are away', () => {
    expect(told(toBo, START, { presences: [] })).toEqual([])
    expect(told({ openSince: START }, START + 1000)).toEqual(['19:room'])
    const breaks = presences.map((presence) => ({ ...presence, available: false }))
    expect(told({ openSince: START }, START, { presences: breaks })).toEqual(['19:room'])
  })
})

describe('the reasons on a card', () => {
  it('are said in the same words as at the desk', () => {
    for (const language of LANGUAGES) {
      for (const [code, words] of Object.entries(REASON_WORDS[language].gap)) {
        expect(words).toBe(gapReasonWords(code, language))
      }
      for (const [code, words] of Object.entries(REASON_WORDS[language].escalation)) {
        const atDesk = escalationReasonWords(code, language)
        // The desk shows the code itself where it has no words yet.
        if (atDesk !== code) expect(words).toBe(atDesk)
      }
    }
  })
})
