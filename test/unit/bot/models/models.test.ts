import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDraftNeed, loadPack, trainingSetOf } from '../../../../bot/knowledge/index.ts'
import { ensureChampion, followChampion, mindOf, PRIOR_GAP_MODEL, trainInWorker } from '../../../../bot/models/index.ts'
import type { Mind } from '../../../../bot/turn/mind.ts'
import { CandorError, systemClock } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { policy } from '../../../support/minds.ts'
import { packFolder, REFUND } from '../knowledge/pack-folder.ts'

let store: Store
let ids = 0
const quiet = () => undefined
const trained = async (packDir: string) =>
  ensureChampion(store, await loadPack(packDir), policy, systemClock, () => `model-${++ids}`, quiet)

beforeEach(async () => {
  store = await openStore(':memory:')
})
afterEach(() => store.close())

describe('the model of a pack', () => {
  it('is trained once and then found again', async () => {
    const packDir = await packFolder()
    expect(await trained(packDir)).toMatchObject({ trained: true })
    expect(await trained(packDir)).toMatchObject({ trained: false })
  })

  it('that somebody went back to goes on after a restart, until the pack teaches something else', async () => {
    const packDir = await packFolder()
    const first = await trained(packDir)
    await writeFile(join(packDir, 'needs/refund.yaml'), REFUND.replace('pay me back', 'give back what I paid'))
    const second = await trained(packDir)
    await store.models.promote(first.id, { at: 1, reason: 'rolled-back', by: 'command' })
    expect(await trained(packDir)).toMatchObject({ id: first.id, trained: false })
    await writeFile(join(packDir, 'needs/refund.yaml'), REFUND.replace('pay me back', 'my money, please'))
    const third = await trained(packDir)
    expect(third.trained).toBe(true)
    expect([first.id, second.id]).not.toContain(third.id)
  })

  it('is trained anew when the pack has changed, or when it cannot be read any more', async () => {
    const packDir = await packFolder()
    const first = await trained(packDir)
    await writeFile(join(packDir, 'needs/refund.yaml'), REFUND.replace('pay me back', 'give back what I paid'))
    const second = await trained(packDir)
    expect(second.trained).toBe(true)
    const record = await store.models.get(second.id)
    if (record) await store.models.save({ ...record, id: 'broken', bytes: new Uint8Array([1, 2, 3]) })
    await store.models.promote('broken', { at: 0, reason: 'chosen', by: 'ann' })
    expect(await trained(packDir)).toMatchObject({ trained: true })
    expect((await store.models.list()).find(({ id }) => id === first.id)).toMatchObject({ status: 'retired' })
  })

  it('is the same, byte for byte, from the same data and seed', async () => {
    const task = { set: trainingSetOf(await loadPack(await packFolder())), seed: 5 }
    const [one, two] = [await trainInWorker(task, quiet), await trainInWorker(task, quiet)]
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
  })

  it('says how far its training is, and can be stopped', async () => {
    const task = { set: trainingSetOf(await loadPack(await packFolder())), seed: 5 }
    const stop = new AbortController()
    const seen: number[] = []
    const training = trainInWorker(
      task,
      (done) => {
        seen.push(done)
        stop.abort()
      },
      stop.signal,
    )
    await expect(training).rejects.toThrow('TRAINING_FAILED: Training did not finish: it was stopped')
    expect(seen.length).toBeGreaterThan(0)
  })

  it('tells what was wrong with the data when it cannot be trained', async () => {
    const problem = await trainInWorker({ set: { examples: [], outOfScope: [] }, seed: 1 }, quiet).catch(
      (error) => error,
    )
    expect(problem).toBeInstanceOf(CandorError)
    expect(problem.message).toContain('TRAINING_TOO_LITTLE')
  })
})

describe('a new champion', () => {
  async function serving(
    packDir: string,
  ): Promise<{ mind: () => Mind; look: () => Promise<number>; warnings: string[] }> {
    let mind = mindOf(await trained(packDir), await loadPack(packDir), policy, { ...PRIOR_GAP_MODEL, id: 'g1' })
    const warnings: string[] = []
    const log = { warn: (_: object, text: string) => void warnings.push(text) }
    const sweep = followChampion(
      store,
      packDir,
      () => mind,
      async (next) => {
        mind = next
      },
      log,
    )
    return { mind: () => mind, look: () => sweep.run(), warnings }
  }

  it('takes over with its pack while the server runs', async () => {
    const packDir = await packFolder()
    const { mind, look } = await serving(packDir)
    const before = mind()
    expect(await look()).toBe(0)
    await writeFile(join(packDir, 'needs/refund.yaml'), REFUND.replace('pay me back', 'give back what I paid'))
    const next = await trained(packDir)
    expect(await look()).toBe(1)
    expect(mind().modelId).toBe(next.id)
    expect(mind().pack).not.toBe(before.pack)
    expect(mind().gapModel.id).toBe('g1')
    expect(mind().understand('give back what I paid', 0).needs[0]?.need).toBe('refund')
  })

  it('that knows a need which the pack here has not is left alone, and that is said once', async () => {
    const packDir = await packFolder()
    const { mind, look, warnings } = await serving(packDir)
    const before = mind()
    await trained(await packFolder({ 'needs/refund.yaml': undefined, 'needs/payback.yaml': REFUND }))
    expect([await look(), await look()]).toEqual([0, 0])
    expect(mind()).toBe(before)
    expect(warnings).toHaveLength(1)
  })

  it('that did not fit the pack is taken once the pack fits it', async () => {
    const packDir = await packFolder()
    const { mind, look, warnings } = await serving(packDir)
    const other = await packFolder()
    const gift = { name: 'gift', title: { en: 'Gifts' }, examples: { en: ['wrap it', 'as a gift'] } }
    await addDraftNeed(other, gift)
    const next = await trained(other)
    expect([await look(), await look()]).toEqual([0, 0])
    await addDraftNeed(packDir, gift)
    expect(await look()).toBe(1)
    expect(mind().modelId).toBe(next.id)
    expect(mind().needs.has('gift')).toBe(true)
    expect(warnings).toHaveLength(1)
  })

  it('takes over with the pack before while the one in the folder has problems', async () => {
    const packDir = await packFolder()
    const { mind, look } = await serving(packDir)
    const [first, { pack }] = [mind().modelId, mind()]
    await trained(await packFolder({ 'needs/refund.yaml': REFUND.replace('pay me back', 'give back what I paid') }))
    await writeFile(join(packDir, 'needs/refund.yaml'), `${REFUND}colour: red\n`)
    expect(await look()).toBe(1)
    expect(mind().modelId).not.toBe(first)
    expect(mind().pack).toBe(pack)
    await store.models.promote(first, { at: 1, reason: 'guard', by: 'system' })
    expect(await look()).toBe(1)
    expect(mind().modelId).toBe(first)
  })

  it('that is older than the pack takes over with the pack as it is', async () => {
    const packDir = await packFolder()
    const { mind, look } = await serving(packDir)
    const first = mind().modelId
    await writeFile(join(packDir, 'needs/refund.yaml'), REFUND.replace('pay me back', 'give back what I paid'))
    await trained(packDir)
    await look()
    await store.models.promote(first, { at: 1, reason: 'guard', by: 'system' })
    expect(await look()).toBe(1)
    expect(mind().modelId).toBe(first)
    expect(mind().pack.needs.flatMap(({ examples }) => examples.en ?? [])).toContain('give back what I paid')
  })
})
