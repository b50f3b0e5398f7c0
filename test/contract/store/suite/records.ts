import { describe, expect, test } from 'vitest'
import type { ModelRecord } from '../../../../store/index.ts'
import { change, committed, conversation, START, trustEvent } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

function model(id: string, changes: Partial<ModelRecord> = {}): ModelRecord {
  return {
    id,
    createdAt: START,
    dataHash: `hash-${id}`,
    status: 'challenger',
    manifest: '{"seed":1}',
    bytes: Uint8Array.from({ length: 1_000 }, (_, index) => index % 256),
    ...changes,
  }
}

/** Equal in everything; bytes are compared as bytes, whatever kind of array a driver gives. */
function plain(record: ModelRecord | undefined) {
  return record && { ...record, bytes: [...record.bytes] }
}

export function recordContract(emptyStore: EmptyStore): void {
  describe.each(['models', 'gapModels'] as const)('%s', (kind) => {
    test('keep their bytes, and are listed newest first without them', async () => {
      const { [kind]: models } = await emptyStore()
      await models.save(model('old'))
      await models.save(model('new', { createdAt: START + 1 }))
      expect(plain(await models.get('old'))).toStrictEqual(plain(model('old')))
      expect(await models.get('nothing')).toBeUndefined()
      expect(await models.champion()).toBeUndefined()
      const { bytes: _, ...about } = model('new', { createdAt: START + 1 })
      const list = await models.list()
      expect(list[0]).toStrictEqual(about)
      expect(list.map(({ id }) => id)).toEqual(['new', 'old'])
    })

    test('have one champion; the one before is retired', async () => {
      const { [kind]: models } = await emptyStore()
      await models.save(model('a', { status: 'champion' }))
      await models.save(model('b', { createdAt: START + 1 }))
      await models.promote('b')
      expect((await models.champion())?.id).toBe('b')
      await models.save(model('c', { createdAt: START + 2, status: 'champion' }))
      expect((await models.list()).map(({ id, status }) => [id, status])).toEqual([
        ['c', 'champion'],
        ['b', 'retired'],
        ['a', 'retired'],
      ])
      await models.promote('c')
      expect((await models.champion())?.id).toBe('c')
    })

    test('keep their champion when an unknown one is to be promoted', async () => {
      const { [kind]: models } = await emptyStore()
      await models.save(model('a', { status: 'champion' }))
      await models.promote('unknown')
      expect((await models.champion())?.id).toBe('a')
    })

    test('have one champion also when several are promoted at once', async () => {
      const { [kind]: models } = await emptyStore()
      const ids = ['a', 'b', 'c', 'd']
      for (const id of ids) await models.save(model(id))
      await Promise.all(ids.map((id) => models.promote(id)))
      const champions = (await models.list()).filter(({ status }) => status === 'champion')
      expect(champions).toHaveLength(1)
    })

    test('saved again replace what was there', async () => {
      const { [kind]: models } = await emptyStore()
      await models.save(model('a'))
      await models.save(model('a', { manifest: '{"seed":2}', bytes: Uint8Array.of(0, 255) }))
      expect(plain(await models.get('a'))).toMatchObject({ manifest: '{"seed":2}', bytes: [0, 255] })
    })
  })

  test('a champion of one kind of model leaves that of the other alone', async () => {
    const { models, gapModels } = await emptyStore()
    await models.save(model('understands', { status: 'champion' }))
    await gapModels.save(model('estimates', { status: 'champion' }))
    expect((await models.champion())?.id).toBe('understands')
    expect((await gapModels.champion())?.id).toBe('estimates')
  })

  describe('settings', () => {
    test('are read, set and set again', async () => {
      const { settings } = await emptyStore()
      expect(await settings.get('secret')).toBeUndefined()
      await settings.set('secret', 'a')
      await settings.set('secret', 'b')
      expect(await settings.get('secret')).toBe('b')
      expect(await settings.getOrSet('secret', 'c')).toBe('b')
    })

    test('set for the first time by many at once are the same for all', async () => {
      const { settings } = await emptyStore()
      const values = await Promise.all(
        Array.from({ length: 20 }, (_, index) => settings.getOrSet('secret', `value-${index}`)),
      )
      expect(new Set(values).size).toBe(1)
      expect(await settings.get('secret')).toBe(values[0])
    })
  })

  describe('the audit trail', () => {
    test('is listed newest first, in the order of writing within a millisecond', async () => {
      const { audit } = await emptyStore()
      const entry = (id: string, at: number) => ({
        id,
        at,
        actor: 'system',
        action: 'model.promoted',
        subject: 'model-1',
        detail: '{"from":"a"}',
      })
      await audit.append(entry('z', START))
      await audit.append(entry('a', START))
      await audit.append(entry('m', START - 1))
      expect((await audit.list(10)).map(({ id }) => id)).toEqual(['a', 'z', 'm'])
      expect(await audit.list(1)).toStrictEqual([entry('a', START)])
    })
  })

  describe('the trust ledger', () => {
    test('is read oldest first, in the order of writing within a millisecond', async () => {
      const store = await emptyStore()
      const read = await committed(
        store,
        change(conversation(), {
          trustEvents: [trustEvent('z', { at: START + 1 }), trustEvent('a', { at: START + 1 })],
        }),
      )
      await committed(store, change(read, { trustEvents: [trustEvent('m', { at: START })] }))
      expect((await store.customers.trustEvents('anna')).map(({ id }) => id)).toEqual(['m', 'z', 'a'])
      expect(await store.customers.trustEvents('nobody')).toEqual([])
    })
  })
}
