import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { modelsCommand } from '../../../../bot/commands/models.ts'
import type { GapTry } from '../../../../bot/learning/index.ts'
import type { ModelOrigin } from '../../../../bot/models/index.ts'
import { gapModelBytes, PRIOR_GAP_MODEL } from '../../../../bot/models/index.ts'
import { serializeModel, trainIntentModel } from '../../../../nlp/index.ts'
import { openStore, type Promotion } from '../../../../store/index.ts'
import { change, committed, conversation, message, START, turn } from '../../../contract/store/sample.ts'
import { packFolder, temporaryFolder } from '../knowledge/pack-folder.ts'

const EXAMPLES = {
  refund: ['where is my refund', 'money back please', 'my money', 'refund', 'pay me back'],
  person: ['a person please', 'human', 'agent', 'operator', 'let me talk to someone'],
}
const OTHERS = {
  person: EXAMPLES.person,
  parking: ['where can I park', 'parking', 'is there a car park', 'garage', 'park my car'],
}

function trained(examples: Record<string, string[]>) {
  const set = Object.entries(examples).flatMap(([need, texts]) => texts.map((text) => ({ need, text })))
  return trainIntentModel({ examples: set, outOfScope: [] }, { seed: 1 })
}

const learnt: ModelOrigin = {
  kind: 'learnt',
  attempt: {
    triedAt: START,
    startedBy: 'sweep',
    against: 'first',
    attempt: 1,
    candidates: { learnt: 40, fresh: 25 },
    verdict: {
      promote: true,
      reasons: [{ code: 'better', cases: 90, gained: 20, lost: 2, p: 0.0001, level: 0.0125 }],
      suite: { en: { cases: 30, champion: 0.7, challenger: 0.9 } },
    },
  },
}

let data: string
let pack: string
let said: string[]

beforeEach(async () => {
  data = await temporaryFolder()
  pack = await packFolder()
  said = []
  vi.stubEnv('CANDOR_DATABASE', '')
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  const store = await openStore(join(data, 'candor.db'))
  const save = async (id: string, examples: Record<string, string[]>, origin: ModelOrigin, promotion?: Promotion) => {
    const model = trained(examples)
    const manifest = JSON.stringify({ ...model.manifest, origin })
    await store.models.save({ id, createdAt: START, dataHash: 'd', manifest, bytes: serializeModel(model) }, promotion)
  }
  await save('first', EXAMPLES, { kind: 'pack' }, { at: START, reason: 'pack', by: 'system' })
  await committed(store, change(conversation(), { messages: [message('m1')], turn: turn('t1') }))
  await save('second', EXAMPLES, learnt, { at: START + 1, reason: 'gate', by: 'system' })
  await save('elsewhere', OTHERS, { kind: 'pack' })
  await store.close()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

async function models(...args: string[]): Promise<string> {
  said = []
  await modelsCommand().parseAsync([...args, '--data', data], { from: 'user' })
  return said.join('\n')
}
const json = async (...args: string[]) => JSON.parse(await models(...args, '--json'))

describe('candor models', () => {
  it('lists every model with where it is from, how it read the suite, and when it served how many turns', async () => {
    const listed = await json('list')
    expect(listed).toMatchObject([
      { id: 'elsewhere', status: 'challenger', served: [], turns: 0 },
      {
        id: 'first',
        origin: 'pack',
        status: 'retired',
        served: [{ from: START, to: START + 1, reason: 'pack' }],
        turns: 1,
      },
      { id: 'second', origin: 'learnt', status: 'champion', suite: { en: { cases: 30, right: 0.9 } }, turns: 0 },
    ])
    expect(await models('list')).toMatch(
      /^second .*learnt {2}champion {2}en 90.0 % of 30 {2}0 turns\n.* to now {2}promoted by the gate$/m,
    )
    expect(await models('list', '--kind', 'gap')).toBe('There is no model yet.')
  })

  it('shows one with the reasons of the gate in words', async () => {
    const text = await models('show', 'second')
    expect(text).toContain('Learnt of 40 accepted messages, 25 of them new; challenger 1 of first: promoted')
    expect(text).toContain('reads more right: of 90 messages 20 gained and 2 lost')
    expect(text).toMatch(/Trained by \S.* on 10 examples of 2 needs, seed 1/)
    expect(await models('show', 'first')).toContain('Made of the pack; no gate judged it.')
    expect(await models('show', 'elsewhere')).toContain('It has never served.')
    await expect(models('show', 'nothing')).rejects.toThrow(/^MODEL_UNKNOWN: .*models list/)
  })

  it('lets a person choose one, go back, and go no further back than there is', async () => {
    const onPack = ['--pack', pack]
    expect(await json('rollback', ...onPack)).toEqual({ left: 'second', model: 'first' })
    await expect(models('rollback', ...onPack)).rejects.toThrow(/^MODEL_FIRST: /)
    expect(await models('promote', 'second', ...onPack)).toMatch(/^Model second serves from now on\./)
    expect(await models('promote', 'second', ...onPack)).toBe('Model second serves already.')
    expect(await models('show', 'first')).toMatch(/gone back to by a person/)

    const store = await openStore(join(data, 'candor.db'))
    const trail = (await store.audit.list(10)).map(({ action, actor, subject }) => [action, actor, subject])
    expect(trail).toEqual([
      ['model.promoted', 'command', 'second'],
      ['model.rolled-back', 'command', 'second'],
    ])
    await store.close()
  })

  it('says what the guard had found of the one that it left', async () => {
    const store = await openStore(join(data, 'candor.db'))
    const handedOver = {
      rate: 'handed-over',
      before: { bad: 20, of: 200 },
      after: { bad: 30, of: 60 },
      p: 1e-9,
      level: 0.00625,
    }
    const detail = JSON.stringify({ look: 1, worse: true, rates: [handedOver] })
    await store.models.promote('first', { at: START + 2, reason: 'guard', by: 'system', detail })
    await store.close()
    expect(await models('list')).toContain(
      'gone back to by the guard\n    handed over: worse, 30 of 60 against 20 of 200, p = 1.0e-9, worse at 0.0063',
    )
  })

  it('lets none serve that is not there, or that knows a need which the pack has not', async () => {
    await expect(models('promote', 'nothing', '--pack', pack)).rejects.toThrow(/^MODEL_UNKNOWN: /)
    await expect(models('promote', 'elsewhere', '--pack', pack)).rejects.toThrow(/^MODEL_UNFIT: .*no need "parking"/)
    expect(await json('list')).toContainEqual(expect.objectContaining({ id: 'second', status: 'champion' }))
  })

  it('does the same for gap models, back to the one that every installation has', async () => {
    const about: GapTry = {
      triedAt: START,
      learntFrom: { from: 0, to: START },
      outcomes: { known: 120, missing: 30, excluded: 0 } as GapTry['outcomes'],
      against: 'prior',
      attempt: 1,
      verdict: {
        promote: true,
        reasons: [{ code: 'better', champion: 0.2, challenger: 0.15, p: 0.001, level: 0.025 }],
      },
    }
    const store = await openStore(join(data, 'candor.db'))
    const bytes = gapModelBytes(PRIOR_GAP_MODEL.model)
    const record = { id: 'g1', createdAt: START, dataHash: 'd', manifest: JSON.stringify(about), bytes }
    await store.gapModels.save(record, { at: START, reason: 'gate', by: 'system' })
    await store.close()
    expect(await models('show', 'g1', '--kind', 'gap')).toMatch(
      /Learnt of 120 outcomes; challenger 1 of prior: promoted\n {2}better: Brier/,
    )
    expect(await models('rollback', '--kind', 'gap', '--pack', pack)).toMatch(
      /^Model prior serves again instead of g1\./,
    )
    await expect(models('rollback', '--kind', 'gap', '--pack', pack)).rejects.toThrow(/^MODEL_FIRST: /)
  })
})
