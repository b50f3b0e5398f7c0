import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ModelRecord, NewModel, Promotion } from '../../../../store/index.ts'
import { START } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

function model(id: string, changes: Partial<NewModel> = {}): NewModel {
  return {
    id,
    createdAt: START,
    dataHash: `hash-${id}`,
    manifest: '{"seed":1}',
    bytes: Uint8Array.from({ length: 1_000 }, (_, index) => index % 256),
    ...changes,
  }
}

const byGate = (at = START): Promotion => ({ at, reason: 'gate', by: 'system' })

/** Equal in everything; bytes are compared as bytes, whatever kind of array a driver gives. */
function plain(record: ModelRecord | undefined) {
  return record && { ...record, bytes: [...record.bytes] }
}

export function modelContract(emptyStore: EmptyStore): void {
  describe.each(['models', 'gapModels'] as const)('%s', (kind) => {
    test('keep their bytes, and are listed newest first without them', async () => {
      const { [kind]: models } = await emptyStore()
      await models.save(model('old'))
      await models.save(model('new', { createdAt: START + 1 }))
      expect(plain(await models.get('old'))).toStrictEqual(plain({ ...model('old'), status: 'challenger' }))
      expect(await models.get('nothing')).toBeUndefined()
      expect(await models.champion()).toBeUndefined()
      const { bytes: _, ...about } = model('new', { createdAt: START + 1 })
      const list = await models.list()
      expect(list[0]).toStrictEqual({ ...about, status: 'challenger' })
      expect(list.map(({ id }) => id)).toEqual(['new', 'old'])
    })

    test('have one champion; the one before is retired', async () => {
      const { [kind]: models } = await emptyStore()
      await models.save(model('a'), byGate())
      await models.save(model('b', { createdAt: START + 1 }))
      expect(await models.promote('b', byGate(START + 1))).toBe(true)
      expect((await models.champion())?.id).toBe('b')
      await models.save(model('c', { createdAt: START + 2 }), byGate(START + 2))
      expect((await models.list()).map(({ id, status }) => [id, status])).toEqual([
        ['c', 'champion'],
        ['b', 'retired'],
        ['a', 'retired'],
      ])
    })

    test('tell which of them served when, why and by whose word', async () => {
      const { [kind]: models } = await emptyStore()
      expect(await models.services()).toEqual([])
      await models.save(model('a'), { at: START, reason: 'pack', by: 'system' })
      await models.save(model('b'), byGate(START + 5))
      await models.save(model('kept back'))
      await models.promote('a', { at: START + 7, reason: 'guard', by: 'system', detail: '{"rate":0.5}' })
      expect(await models.services()).toStrictEqual([
        { modelId: 'a', from: START + 7, reason: 'guard', by: 'system', detail: '{"rate":0.5}' },
        { modelId: 'b', from: START + 5, to: START + 7, reason: 'gate', by: 'system' },
        { modelId: 'a', from: START, to: START + 5, reason: 'pack', by: 'system' },
      ])
    })

    test('change nothing where an unknown one is to be promoted, or one that serves already', async () => {
      const { [kind]: models } = await emptyStore()
      await models.save(model('a'), byGate())
      expect(await models.promote('unknown', byGate(START + 1))).toBe(false)
      expect(await models.promote('a', byGate(START + 1))).toBe(false)
      expect((await models.champion())?.id).toBe('a')
      expect(await models.services()).toHaveLength(1)
    })

    test('give way to the one that every installation has, and come back', async () => {
      const { [kind]: models } = await emptyStore()
      expect(await models.promote(undefined, byGate())).toBe(false)
      await models.save(model('a'), byGate())
      expect(await models.promote(undefined, { at: START + 1, reason: 'rolled-back', by: 'ann' })).toBe(true)
      expect(await models.champion()).toBeUndefined()
      expect((await models.services())[0]).toStrictEqual({ from: START + 1, reason: 'rolled-back', by: 'ann' })
      expect(await models.promote('a', byGate(START + 2))).toBe(true)
      expect((await models.champion())?.id).toBe('a')
    })

    test('have one champion, whose service alone goes on, also when several are promoted at once', async () => {
      const { [kind]: models } = await emptyStore()
      const ids = ['a', 'b', 'c', 'd']
      for (const id of ids) await models.save(model(id))
      await Promise.all(ids.map((id) => models.promote(id, byGate())))
      const champions = (await models.list()).filter(({ status }) => status === 'champion')
      const serving = (await models.services()).filter(({ to }) => to === undefined)
      expect(champions.map(({ id }) => id)).toEqual(serving.map(({ modelId }) => modelId))
      expect(champions).toHaveLength(1)
    })

    test('are left once, also when several go back from the same one at the same time', async () => {
      const { [kind]: models } = await emptyStore()
      for (const id of ['a', 'b', 'c']) await models.save(model(id), byGate())
      const back = (to: string) => models.promote(to, { at: START + 1, reason: 'guard', by: 'system' }, 'c')
      expect((await Promise.all([back('b'), back('a'), back('b')])).filter(Boolean)).toHaveLength(1)
      expect(await models.services()).toHaveLength(4)
      expect(await back('a')).toBe(false)
    })

    test('have a history without a break, whatever is promoted after what', async () => {
      const ids = ['a', 'b', 'c']
      const anyOf = fc.constantFrom<string | undefined>(...ids, 'unknown', undefined)
      const steps = fc.array(
        fc.record({ id: anyOf, insteadOf: fc.option(fc.constantFrom(...ids), { nil: undefined }) }),
      )
      await fc.assert(
        fc.asyncProperty(steps, async (promotions) => {
          const { [kind]: models } = await emptyStore()
          for (const id of ids) await models.save(model(id))
          let serving: string | undefined
          for (const [i, { id, insteadOf }] of promotions.entries()) {
            const may = id !== 'unknown' && id !== serving && (insteadOf === undefined || insteadOf === serving)
            expect(await models.promote(id, byGate(START + i), insteadOf)).toBe(may)
            if (may) serving = id
          }
          expect((await models.champion())?.id).toBe(serving)
          const [now, ...before] = await models.services()
          expect(now?.modelId).toBe(serving)
          expect(now?.to).toBeUndefined()
          const later = [now, ...before].map((one) => one?.from)
          expect(before.map(({ to }) => to)).toEqual(later.slice(0, before.length))
        }),
        { numRuns: 20 },
      )
    })

    test('saved again replace what was there, and go on to serve', async () => {
      const { [kind]: models } = await emptyStore()
      await models.save(model('a'), byGate())
      await models.save(model('a', { manifest: '{"seed":2}', bytes: Uint8Array.of(0, 255) }))
      expect(plain(await models.champion())).toMatchObject({ id: 'a', manifest: '{"seed":2}', bytes: [0, 255] })
    })
  })

  test('a champion of one kind of model leaves that of the other alone', async () => {
    const { models, gapModels } = await emptyStore()
    await models.save(model('understands'), byGate())
    await gapModels.save(model('estimates'), byGate())
    expect((await models.champion())?.id).toBe('understands')
    expect((await gapModels.champion())?.id).toBe('estimates')
    expect((await models.services()).map(({ modelId }) => modelId)).toEqual(['understands'])
    expect((await gapModels.services()).map(({ modelId }) => modelId)).toEqual(['estimates'])
  })
}
