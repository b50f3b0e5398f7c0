import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conversationIdOf, parseBotActivity } from '../../../../bot/channels/bot-framework/from-activity.ts'
import { isResend, resendKey } from '../../../../bot/channels/bot-framework/resends.ts'
import { message } from './messages.ts'

const activity = (parts: object = {}) =>
  parseBotActivity({
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: { id: 'a:1' },
    from: { id: '29:1' },
    text: 'yes',
    localTimestamp: '2026-11-22T10:00:00.123+08:00',
    ...parts,
  })

const now = 1_000_000
const stored = (parts: object, at = now) =>
  message({ kind: 'text' }, { from: 'customer', at, clientId: resendKey(activity(parts)) ?? '' })

const resent = (first: object, second: object, at = now - 30_000) =>
  isResend(resendKey(activity(second)) ?? '', [stored(first, at)], now)

describe('a message that comes again', () => {
  it('is known by its activity id, however late', () => {
    expect(resent({}, { timestamp: '2026-11-22T02:00:15Z' }, now - 3_600_000)).toBe(true)
    expect(resent({}, { localTimestamp: '2026-11-22T10:00:15.000+08:00' })).toBe(true)
    expect(resent({ localTimestamp: undefined }, { localTimestamp: undefined })).toBe(true)
  })

  it('is known under a new id within a minute, when it was written at the same moment', () => {
    expect(resent({}, { id: '2' })).toBe(true)
    expect(resent({}, { id: '2' }, now - 61_000)).toBe(false)
  })

  it('is another message when it was written at another moment, says something else, or has no time to tell', () => {
    expect(resent({}, { id: '2', localTimestamp: '2026-11-22T10:00:01.000+08:00' })).toBe(false)
    expect(resent({}, { id: '2', text: 'no' })).toBe(false)
    expect(resent({}, { id: '2', value: { candor: 'survey' } })).toBe(false)
    expect(resent({ localTimestamp: undefined }, { id: '2', localTimestamp: undefined })).toBe(false)
  })

  it('is never one that the company wrote', () => {
    const agent = message({ kind: 'text' }, { from: 'agent', at: now, clientId: resendKey(activity()) ?? '' })
    expect(isResend(resendKey(activity()) ?? '', [agent], now)).toBe(false)
  })

  it('is told by id and hash whatever characters the id has', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), fc.string({ minLength: 1, maxLength: 80 }), (a, b) => {
        expect(resent({ id: a, localTimestamp: 'x' }, { id: b, localTimestamp: 'y' })).toBe(a === b)
      }),
    )
  })
})

describe('a conversation of Teams', () => {
  it('is the same with and without the suffix of the thread', () => {
    expect(conversationIdOf(activity({ conversation: { id: 'a:1;messageid=5' } }))).toBe('msteams:a:1')
  })

  it('is each customer’s own in a group, and each thread’s', () => {
    const group = (id: string, from: string) =>
      conversationIdOf(activity({ conversation: { id, isGroup: true }, from: { id: from } }))
    const ids = [group('19:t;messageid=5', 'u1'), group('19:t;messageid=5', 'u2'), group('19:t;messageid=6', 'u1')]
    expect(new Set(ids).size).toBe(3)
  })
})
