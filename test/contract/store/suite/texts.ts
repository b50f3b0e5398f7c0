import { describe, expect, test } from 'vitest'
import { change, committed, conversation, message, START, survey } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

export function textContract(emptyStore: EmptyStore): void {
  describe('texts', () => {
    const survive: [string, string][] = [
      ['emoji, also composed ones', '🙂👩‍👩‍👧‍👦🇨🇳 é é'],
      ['4,000 Chinese characters', '退款什么时候到账'.repeat(500)],
      ['quotes, and what looks like SQL', `'; drop table messages; -- "x" \\ $1 ? :a @b %s`],
      ['markup', '<script>alert(1)</script>&amp;'],
      ['line ends and tabs', 'a\r\nb\tc '],
      ['right-to-left and invisible characters', '\u202eabc\u200b\ufeff'],
      ['the empty text', ''],
    ]
    test.each(survive)('survive unchanged: %s', async (_, text) => {
      const store = await emptyStore()
      await committed(store, change(conversation(), { dedupeKey: text, messages: [message('m1', { text })] }))
      const [stored] = await store.conversations.messages('c1', 0, 1)
      expect(stored?.text).toBe(text)
      expect(await store.conversations.duplicateOf('c1', text)).toBe('m1')
    })

    test('keep their place where no database can hold a character: it becomes U+FFFD', async () => {
      const store = await emptyStore()
      const text = 'a\0b\ud83dc\ude42'
      const result = await store.conversations.commit(
        change(conversation({ id: 'c\0' }), {
          dedupeKey: 'k\0',
          messages: [message('m1', { text })],
          survey: survey('s1', { conversationId: 'c\0' }),
          response: { surveyId: 's1', at: START, rating: 3, comment: text },
        }),
      )
      const kept = 'a\ufffdb\ufffdc\ufffd'
      expect(result).toMatchObject({ kind: 'committed', messages: [{ text: kept }] })
      expect((await store.conversations.messages('c\0', 0, 1))[0]?.text).toBe(kept)
      expect(await store.surveys.responseTo('s1')).toMatchObject({ comment: kept })
      // The same key again is the same key.
      expect(await store.conversations.duplicateOf('c\0', 'k\0')).toBe('m1')
      expect(await store.conversations.get('c\0')).toMatchObject({ version: 1 })
    })

    test('inside JSON survive whatever they are', async () => {
      const store = await emptyStore()
      const details = { order: 'a\0b\ud83dc', "it's": '"\\' }
      const read = conversation({ state: { ...conversation().state, details } })
      await committed(store, change(read))
      expect((await store.conversations.get('c1'))?.state.details).toStrictEqual(details)
    })

    test('in conditions are data, never SQL', async () => {
      const store = await emptyStore()
      await committed(store, change(conversation(), { messages: [message('m1')] }))
      const injection = "c1' or '1'='1"
      expect(await store.conversations.get(injection)).toBeUndefined()
      expect(await store.people.byEmail(injection)).toBeUndefined()
      await store.settings.set("key'); delete from messages; --", 'x')
      expect(await store.conversations.messages('c1', 0, 10)).toHaveLength(1)
    })
  })
}
