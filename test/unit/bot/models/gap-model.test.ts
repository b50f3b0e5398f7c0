import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followGapModel, gapModelBytes, PRIOR_GAP_MODEL, servingGapModel } from '../../../../bot/models/index.ts'
import type { ServingGapModel } from '../../../../bot/turn/mind.ts'
import { PRIOR_GAP } from '../../../../nlp/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'

let store: Store
let serving: ServingGapModel
let warnings: object[]
beforeEach(async () => {
  store = await openStore(':memory:')
  serving = PRIOR_GAP_MODEL
  warnings = []
})
afterEach(() => store.close())

const log = { warn: (fields: object) => void warnings.push(fields) }
const adopt = (next: ServingGapModel) => {
  serving = next
}

const byGate = { at: 0, reason: 'gate', by: 'system' } as const
async function promoted(id: string, bytes: Uint8Array): Promise<void> {
  await store.gapModels.save({ id, createdAt: 0, dataHash: id, manifest: '{}', bytes }, byGate)
}

describe('the gap model that serves', () => {
  it('is the prior while there is no champion, then the champion', async () => {
    expect(await servingGapModel(store, log)).toEqual(PRIOR_GAP_MODEL)
    await promoted('g1', gapModelBytes({ ...PRIOR_GAP, acceptedKeeps: 0.1 }))
    expect(await servingGapModel(store, log)).toMatchObject({ id: 'g1', model: { acceptedKeeps: 0.1 } })
    expect(warnings).toEqual([])
  })

  it('is taken over once each time another is promoted', async () => {
    const sweep = followGapModel(store, () => serving, adopt, log)
    expect(await sweep.run()).toBe(0)
    await promoted('g1', gapModelBytes(PRIOR_GAP))
    expect([await sweep.run(), await sweep.run()]).toEqual([1, 0])
    await promoted('g2', gapModelBytes(PRIOR_GAP))
    expect([await sweep.run(), await sweep.run()]).toEqual([1, 0])
    await store.gapModels.promote('g1', byGate)
    await sweep.run()
    expect(serving.id).toBe('g1')
    await store.gapModels.promote(undefined, byGate)
    expect([await sweep.run(), await sweep.run()]).toEqual([1, 0])
    expect(serving).toEqual(PRIOR_GAP_MODEL)
  })

  it('goes on where the champion cannot be read, and that is said once with how to mend it', async () => {
    const sweep = followGapModel(store, () => serving, adopt, log)
    await promoted('g1', gapModelBytes(PRIOR_GAP))
    await sweep.run()
    await promoted('broken', new Uint8Array([1, 2, 3]))
    expect([await sweep.run(), await sweep.run()]).toEqual([0, 0])
    expect(serving.id).toBe('g1')
    expect(warnings).toEqual([{ gapModelId: 'broken', problem: expect.stringContaining('"npx candor gap train"') }])
    expect(await servingGapModel(store, log)).toEqual(PRIOR_GAP_MODEL)
  })
})
