import { describe, expect, test } from 'vitest'
import type { Store, StoredFile } from '../../../../store/index.ts'
import { change, committed, conversation, message, START } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

/** Every byte there is, in an order that no text encoding survives. */
const EVERY_BYTE = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 167 + (index >> 8)) % 256)

function file(id: string, changes: Partial<StoredFile> = {}): StoredFile {
  const content = changes.content ?? EVERY_BYTE
  return {
    id,
    name: '收据 “1”.png',
    mediaType: 'image/png',
    bytes: content.length,
    sha256: 'ab'.repeat(32),
    at: START,
    ...changes,
    content,
  }
}

function sends(...files: StoredFile[]) {
  const messages = files.map(({ id, name, mediaType, bytes }) =>
    message(`m-${id}`, { text: name, body: { kind: 'file', file: { id, name, mediaType, bytes } } }),
  )
  return { messages, files }
}

async function read(store: Store, conversationId: string, id: string) {
  const found = await store.files.get(conversationId, id)
  // Drivers give arrays of different kinds: compared as bytes.
  return found && { ...found, content: Uint8Array.from(found.content) }
}

export function fileContract(emptyStore: EmptyStore): void {
  describe('a file', () => {
    test('comes back as it was sent, byte for byte, behind the message that carries it', async () => {
      const store = await emptyStore()
      const sent = file('f1')
      await committed(store, change(conversation(), sends(sent)))
      expect(await read(store, 'c1', 'f1')).toStrictEqual(sent)
      const [{ body } = { body: undefined }] = await store.conversations.messages('c1', 0, 1)
      expect(body).toStrictEqual({
        kind: 'file',
        file: { id: 'f1', name: sent.name, mediaType: 'image/png', bytes: EVERY_BYTE.length },
      })
    })

    test('is found in its own conversation only', async () => {
      const store = await emptyStore()
      await committed(store, change(conversation(), sends(file('f1'))))
      await committed(store, change(conversation({ id: 'c2' }), { messages: [message('x')] }))
      expect(await store.files.get('c2', 'f1')).toBeUndefined()
      expect(await store.files.get('c1', 'f2')).toBeUndefined()
    })

    test('of a commit that was not kept is not there either', async () => {
      const store = await emptyStore()
      await committed(store, change(conversation(), { ...sends(file('f1')), dedupeKey: 'k' }))
      const again = await store.conversations.commit(
        change(conversation({ version: 1, lastSeq: 1 }), { ...sends(file('f2')), dedupeKey: 'k' }),
      )
      expect(again).toEqual({ kind: 'duplicate', messageId: 'm-f1' })
      const late = await store.conversations.commit(change(conversation({ version: 7 }), sends(file('f3'))))
      expect(late).toEqual({ kind: 'conflict' })
      expect(await store.files.get('c1', 'f2')).toBeUndefined()
      expect(await store.files.get('c1', 'f3')).toBeUndefined()
      expect(await store.files.totalBytes('c1')).toBe(EVERY_BYTE.length)
    })

    test('counts towards what its conversation holds', async () => {
      const store = await emptyStore()
      expect(await store.files.totalBytes('c1')).toBe(0)
      const small = file('f2', { content: Uint8Array.of(1, 2, 3) })
      await committed(store, change(conversation(), sends(file('f1'), small)))
      await committed(store, change(conversation({ id: 'c2' }), sends(file('f3'))))
      expect(await store.files.totalBytes('c1')).toBe(EVERY_BYTE.length + 3)
    })
  })
}
