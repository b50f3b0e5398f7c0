import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { exampleKey, loadPack } from '../../../../bot/knowledge/index.ts'
import { type IntentLearning, learnIntents } from '../../../../bot/learning/index.ts'
import { ensureChampion, followChampion, learntSetOf, mindOf, modelOriginOf } from '../../../../bot/models/index.ts'
import type { Mind } from '../../../../bot/turn/mind.ts'
import { fixedClock, type ReviewedMeaning } from '../../../../domain/index.ts'
import { seededRandom } from '../../../../nlp/intent/random.ts'
import { openStore, type Store } from '../../../../store/index.ts'
import { policy } from '../../../support/minds.ts'
import { packFolder, temporaryFolder } from '../knowledge/pack-folder.ts'

const NEEDS = ['deliver', 'refund', 'warranty']
const TITLES: Record<string, string> = { deliver: 'Delivery times', refund: 'Refunds', warranty: 'Guarantee claims' }
/** What the pack teaches, and what customers really say: no word in common. */
const WRITTEN: Record<string, string[]> = {
  deliver: ['when will it arrive', 'delivery time', 'how long does shipping take', 'where is the parcel'],
  refund: ['I want a refund', 'give the money back', 'reimburse me', 'return the payment'],
  warranty: [
    'is it under guarantee',
    'guarantee claim',
    'does the warranty cover this',
    'make a claim on the guarantee',
  ],
}
const SPOKEN: Record<string, [string[], string[]]> = {
  deliver: [
    ['van', 'courier', 'driver', 'postie'],
    ['late', 'stuck', 'delayed', 'missing'],
  ],
  refund: [
    ['dosh', 'quid', 'bucks', 'cash'],
    ['owed', 'returned', 'repaid', 'due'],
  ],
  warranty: [
    ['gadget', 'kettle', 'toaster', 'lamp'],
    ['broken', 'kaput', 'busted', 'faulty'],
  ],
}
const TRAILS = ['', ' again', ' folks', ' today']

/** `count` things that customers say, of each need alike. */
function sayings(count: number, from = 0): { text: string; need: string }[] {
  return Array.from({ length: count }, (_, place) => {
    const n = from + place
    const need = NEEDS[n % 3] ?? ''
    const [things, states] = SPOKEN[need] ?? [[], []]
    const at = Math.floor(n / 3)
    return { need, text: `${things[at % 4]} ${states[(at >> 2) % 4]}${TRAILS[(at >> 4) % 4]}` }
  })
}

function needFile(name: string): string {
  // Each sentence thrice: lists of ten and more spare some for the frozen suite.
  const examples = ['', ', please', ' in town'].flatMap((end) => (WRITTEN[name] ?? []).map((text) => text + end))
  return `title: { en: ${TITLES[name]}, zh: ${TITLES[name]} }
examples:
  en: ${JSON.stringify(examples)}
answer:
  text: { en: So it is., zh: 好的。 }
`
}

const FILES: Record<string, string | undefined> = {
  'pack.yaml': `name: corner-shop
title: { en: Corner shop, zh: 街角小店 }
languages: [en]
defaultLanguage: en
timeZone: Asia/Shanghai
`,
  'needs/person.yaml': undefined,
  ...Object.fromEntries(NEEDS.map((name) => [`needs/${name}.yaml`, needFile(name)])),
}

let store: Store
let file: string
let packDir: string
let ids = 0
const clock = fixedClock(Date.UTC(2026, 10, 1))
const newId = () => `id-${++ids}`

beforeEach(async () => {
  file = join(await temporaryFolder(), 'candor.db')
  store = await openStore(file)
  onTestFinished(() => store.close())
  packDir = await packFolder(FILES)
})

async function reopened(): Promise<void> {
  await store.close()
  store = await openStore(file)
}

const champion = async () => ensureChampion(store, await loadPack(packDir), policy, clock, newId, () => undefined)

/** Customers say it, and a manager accepts it with what it means; without a need it is none of them. */
async function accept(said: { text: string; need?: string }[]): Promise<void> {
  await store.candidates.gather(
    said.map(({ text }) => ({
      conversationId: newId(),
      seq: 1,
      customerId: newId(),
      at: clock.now(),
      origin: 'handed-over',
      language: 'en',
      text,
      key: exampleKey(text),
    })),
    newId,
  )
  const meant = new Map(said.map(({ text, need }) => [text, need]))
  for (const { id, version, text } of await store.candidates.list({ state: 'pending' }, 1_000)) {
    clock.advance(1)
    const need = meant.get(text)
    const meaning: ReviewedMeaning = need === undefined ? { kind: 'none' } : { kind: 'need', need }
    await store.candidates.decide(id, version, { state: 'accepted', by: 'kim', at: clock.now(), meant: meaning })
  }
}

async function learn(onProgress: (done: number, phase: string) => void = () => undefined): Promise<IntentLearning> {
  clock.advance(60_000)
  const pack = await loadPack(packDir)
  return learnIntents({ store, pack, policy, startedBy: 'command', clock, newId, onProgress })
}

async function tried(): Promise<Extract<IntentLearning, { kind: 'tried' }>> {
  const learning = await learn()
  if (learning.kind !== 'tried') throw new TypeError(`nothing was tried: ${JSON.stringify(learning)}`)
  return learning
}

// A try trains six models.
describe('learning to understand', { timeout: 240_000 }, () => {
  it('promotes a challenger that has learnt how customers speak; it serves without a restart, and nothing is done twice', async () => {
    const first = await champion()
    expect(await learn()).toEqual({ kind: 'too-few-new', fresh: 0, needed: policy.learning.fewestNew })
    await accept(sayings(60))
    const seen: number[] = []
    // Either of the two may come first.
    const watch = (done: number) => void seen.push(done)
    const both = await Promise.all([learn(watch), learn(watch)])
    const learning = both.find(({ kind }) => kind === 'tried')
    expect(both).toContainEqual(expect.objectContaining({ kind: 'under-way' }))
    if (learning?.kind !== 'tried') throw new TypeError('nothing was tried')
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(1)

    const { id, promoted, about } = learning
    expect(about.verdict.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['better', 'surer']))
    expect(promoted).toBe(true)
    expect(about).toMatchObject({ against: first.id, attempt: 1, startedBy: 'command' })
    const { training, accepted } = learntSetOf(await loadPack(packDir), await store.candidates.accepted(), 5)
    const learnt = accepted.filter(({ use }) => use === 'training').length
    expect(learnt).toBeGreaterThan(35)
    expect(learnt).toBeLessThan(60)
    expect(about.candidates).toEqual({ learnt, fresh: learnt })

    let mind: Mind = mindOf(first, await loadPack(packDir), policy)
    const log = { warn: () => undefined }
    const adopt = async (next: Mind) => {
      mind = next
    }
    expect(await followChampion(store, packDir, () => mind, adopt, log).run()).toBe(1)
    expect(mind.modelId).toBe(id)
    const judgedRight = sayings(48, 60).filter(({ text, need }) => mind.understand(text, 0).needs[0]?.need === need)
    expect(judgedRight.length).toBeGreaterThan(40)
    expect(training.examples.length).toBe(JSON.parse((await store.models.get(id))?.manifest ?? '').examples)

    await reopened()
    expect(await learn()).toEqual({ kind: 'too-few-new', fresh: 0, needed: policy.learning.fewestNew })
    expect(await champion()).toMatchObject({ id, trained: false })
    expect((await store.models.services()).map(({ reason }) => reason)).toEqual(['gate', 'pack'])
  })

  it('keeps a challenger back of what says nothing, with every reason, and asks more of the next one', async () => {
    const { id: serving } = await champion()
    const random = seededRandom(1)
    const letter = () => String.fromCharCode(97 + Math.floor(26 * random()))
    const word = () => Array.from({ length: 7 }, letter).join('')
    // Words that come once and say nothing; mostly they are taken for none of the needs, as the model does.
    const noise = (count: number) =>
      Array.from({ length: count }, () => ({
        text: `${word()} ${word()}`,
        ...(random() < 0.2 && { need: NEEDS[Math.floor(random() * 3)] ?? '' }),
      }))
    await accept(noise(60))
    const first = await tried()
    expect(first.promoted).toBe(false)
    expect(first.about.verdict.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['not-better', 'not-surer']),
    )
    expect((await store.models.champion())?.id).toBe(serving)
    expect(await learn()).toMatchObject({ kind: 'too-few-new', fresh: 0 })
    await reopened()
    expect(await champion()).toMatchObject({ id: serving, trained: false })

    await accept(noise(24))
    const second = await tried()
    expect(second.about).toMatchObject({ against: serving, attempt: 2 })
    expect(second.promoted).toBe(false)
    const kept = (await store.models.list()).filter(({ status }) => status === 'challenger')
    expect(kept.map((model) => modelOriginOf(model))).toEqual(
      [second, first].map(({ about }) => ({ kind: 'learnt', attempt: about })),
    )
  })

  it('takes the challenger where the pack has renamed a need of the model that serves, and says so', async () => {
    await champion()
    await rm(join(packDir, 'needs/warranty.yaml'))
    await writeFile(join(packDir, 'needs/guarantee.yaml'), needFile('warranty'))
    const { promoted, about } = await tried()
    expect(promoted).toBe(true)
    expect(about.verdict.reasons[0]).toEqual({ code: 'needs-gone', needs: ['warranty'] })
    expect(about.verdict.reasons[1]).toEqual({ code: 'new-needs', needs: ['guarantee'] })
    expect(await learn()).toMatchObject({ kind: 'too-few-new' })
  })

  it('keeps nothing of what was judged against a model that has been replaced in the meantime', async () => {
    const { id } = await champion()
    const record = await store.models.get(id)
    if (!record) throw new TypeError('no model')
    await accept(sayings(30))
    let replaced: Promise<void> | undefined
    const learning = await learn(() => {
      const promotion = { at: clock.now(), reason: 'chosen', by: 'kim' } as const
      replaced ??= store.models.save({ ...record, id: 'other' }, promotion)
    })
    await replaced
    expect(learning).toEqual({ kind: 'overtaken' })
    expect((await store.models.list()).map((model) => model.id).sort()).toEqual([id, 'other'].sort())
  })

  it('has nothing new for a model that was made of the pack after messages had been accepted: it knows them', async () => {
    await accept(sayings(30))
    const { model } = await champion()
    const { training } = learntSetOf(await loadPack(packDir), await store.candidates.accepted(), 5)
    expect(model.manifest.examples).toBe(training.examples.length)
    expect(training.examples.map(({ text }) => text)).toContain('courier late')
    expect(await learn()).toEqual({ kind: 'too-few-new', fresh: 0, needed: policy.learning.fewestNew })
  })

  it('says that there is no model when none serves', async () => {
    await expect(learn()).rejects.toMatchObject({ code: 'MODEL_UNREADABLE' })
  })
})
