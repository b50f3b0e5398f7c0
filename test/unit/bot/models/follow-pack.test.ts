import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDraftNeed, loadPack, setAnswer } from '../../../../bot/knowledge/index.ts'
import { ensureChampion, followPack, mindOf, PRIOR_GAP_MODEL } from '../../../../bot/models/index.ts'
import { systemClock } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { policy } from '../../../support/minds.ts'
import { packFolder, REFUND } from '../knowledge/pack-folder.ts'

let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
})
afterEach(() => store.close())

async function serving(packDir: string) {
  const pack = await loadPack(packDir)
  const champion = await ensureChampion(
    store,
    pack,
    policy,
    systemClock,
    () => 'm1',
    () => undefined,
  )
  const server = { mind: mindOf(champion, pack, policy, { ...PRIOR_GAP_MODEL, id: 'g1' }), warnings: [''], hints: 0 }
  server.warnings = []
  const { run } = followPack({
    store,
    packDir,
    current: () => server.mind,
    adopt: async (next) => {
      server.mind = next
    },
    onOtherToLearn: () => void server.hints++,
    log: { info: () => undefined, warn: (_, text) => void server.warnings.push(text) },
  })
  return { server, look: run, answer: (need: string) => server.mind.needs.get(need)?.answer.text.en }
}

describe('a pack that changes while the server runs', () => {
  it('serves a new answer with the same model, and there is nothing else to learn', async () => {
    const packDir = await packFolder()
    const { server, look, answer } = await serving(packDir)
    const before = server.mind
    expect(await look()).toBe(0)
    expect(server.mind).toBe(before)
    await setAnswer(packDir, 'person', 'en', 'A colleague comes.', 'I am passing you on.')
    expect([await look(), await look()]).toEqual([1, 0])
    expect(answer('person')).toBe('A colleague comes.')
    expect(server).toMatchObject({ hints: 0, warnings: [], mind: { modelId: 'm1', gapModel: { id: 'g1' } } })
    expect(server.mind.understand('where is my refund', 0).needs[0]?.need).toBe('refund')
  })

  it('serves what is on the help page now', async () => {
    const packDir = await packFolder()
    const { server, look } = await serving(packDir)
    await writeFile(
      join(packDir, 'replies.yaml'),
      '- name: hi\n  title: { en: Hi, zh: 你好 }\n  text: { en: Hi., zh: 你好。 }\n',
    )
    expect(await look()).toBe(1)
    expect(server.mind.pack.replies).toHaveLength(1)
  })

  it('has a new need at once, which is still to be learnt', async () => {
    const packDir = await packFolder()
    const { server, look, answer } = await serving(packDir)
    await addDraftNeed(packDir, { name: 'gift', title: { en: 'Gifts' }, examples: { en: ['wrap it', 'as a gift'] } })
    expect(await look()).toBe(1)
    expect(server.hints).toBe(1)
    expect(answer('gift')).toContain('Gifts')
  })

  it('waits for another model where needs are gone, and that is said once', async () => {
    const packDir = await packFolder()
    await addDraftNeed(packDir, { name: 'old', title: { en: 'Old' }, examples: { en: ['an old one', 'the old ones'] } })
    const { server, look } = await serving(packDir)
    await rm(join(packDir, 'needs/old.yaml'))
    expect([await look(), await look()]).toEqual([0, 0])
    expect(server.warnings).toEqual(['the pack does not fit the model; the one before goes on'])
    expect(server.hints).toBe(1)
    expect(server.mind.needs.has('old')).toBe(true)
  })

  it('goes on as it was while it is broken, which is said once, and is taken when it is mended', async () => {
    const packDir = await packFolder()
    const { server, look, answer } = await serving(packDir)
    await writeFile(join(packDir, 'needs/refund.yaml'), `${REFUND}colour: red\n`)
    expect([await look(), await look()]).toEqual([0, 0])
    expect(server.warnings).toEqual(['the pack cannot be read as it is now; the one before goes on'])
    await writeFile(join(packDir, 'needs/refund.yaml'), REFUND.replace('is under way', 'is on its way'))
    expect(await look()).toBe(1)
    expect(answer('refund')).toBe('The refund of {orderNumber} is on its way.')
  })
})
