import { expect, it } from 'vitest'
import { learnIntents } from '../../../../bot/learning/index.ts'
import { modelDataHash, withOrigin } from '../../../../bot/models/index.ts'
import { fixedClock } from '../../../../domain/index.ts'
import { openStore, type Promotion } from '../../../../store/index.ts'
import { START } from '../../../contract/store/sample.ts'
import { policy, scriptedMind } from '../../../support/minds.ts'

it('a model that was gone back from is not made again of the same messages', async () => {
  const store = await openStore(':memory:')
  const { pack } = scriptedMind({})
  const sources = Array.from({ length: 2 * policy.learning.fewestNew }, (_, i) => ({
    conversationId: `c${i}`,
    seq: 1,
    customerId: `customer ${i}`,
    at: START,
    origin: 'handed-over' as const,
    text: `I want ${i} of them refunded`,
    key: `i want ${i} of them refunded`,
    language: 'en' as const,
  }))
  let ids = 0
  await store.candidates.gather(sources, () => `m${ids++}`)
  const meant = { kind: 'need', need: 'refund' } as const
  for (const i of sources.keys()) {
    await store.candidates.decide(`m${i}`, 1, { state: 'accepted', by: 'mona', at: START, meant })
  }
  const save = (id: string, createdAt: number, accepted: string[], promotion: Promotion) => {
    const manifest = withOrigin('{}', { origin: { kind: 'pack' }, accepted })
    return store.models.save(
      { id, createdAt, dataHash: modelDataHash(pack), manifest, bytes: new Uint8Array() },
      promotion,
    )
  }
  await save('first', START, [], { at: START, reason: 'pack', by: 'system' })
  const all = sources.map((_, i) => `m${i}`)
  await save('second', START + 1, all, { at: START + 1, reason: 'gate', by: 'system' })
  await store.models.promote('first', { at: START + 2, reason: 'guard', by: 'system' }, 'second')

  const clock = fixedClock(START + 3)
  const learning = await learnIntents({ store, pack, policy, startedBy: 'sweep', clock, newId: () => 'third' })
  expect(learning).toEqual({ kind: 'too-few-new', fresh: 0, needed: policy.learning.fewestNew })
  expect((await store.models.champion())?.id).toBe('first')
  await store.close()
})
