import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { IntentTryReason } from '../../../bot/http/api.ts'
import { exampleKey, importPack, loadPack, readLabelledCsv } from '../../../bot/knowledge/index.ts'
import { modelOriginOf } from '../../../bot/models/index.ts'
import { chat } from '../../../bot/replay/chat.ts'
import { secondMessage } from '../../../bot/replay/second-message.ts'
import type { KnowledgePack, ReviewedMeaning } from '../../../domain/index.ts'
import { seededRandom, shuffle } from '../../../nlp/intent/random.ts'
import { openStore, type Store } from '../../../store/index.ts'
import { startServer, temporaryFolder } from '../../support/running-server.ts'
import { foundInBytes, personalDataIn, saysWhoTheyAre } from './personal-data.ts'
import { acceptWhatPeopleSaid, hireStaff, serveWhoWaits } from './staff.ts'

const CLI = join(import.meta.dirname, '../../../bot/cli.ts')
const OUT_OF_SCOPE = 'oos'
/** Customers who chat at the same time. */
const AT_ONCE = 8
/** A running server takes over what was promoted within seconds; a busy machine is given longer. */
const PATIENCE_MS = 120_000

/** What a model made of one message of the second half. */
export interface Read {
  text: string
  /** The likeliest of the needs and "none of them" is the truth. */
  right: boolean
  answered: 'right' | 'wrong' | undefined
  /** It answered the need, or left alone what is none of the needs. */
  served: boolean
  handedOver: boolean
}

export interface LoopOutcome {
  seed: number
  /** Handovers that the agent has labelled, and messages that the manager has accepted. */
  labelled: number
  accepted: number
  gate: { tried: boolean; promoted: boolean; reasons: IntentTryReason[] }
  /** The second half, message by message, in the same order. */
  first: Read[]
  now: Read[]
  /** Of the second half, turns that the model that serves now has decided. */
  decidedByNow: number
  /** Pieces of personal data in the replayed messages, and those of them in the bytes of the model that serves now. */
  personal: { pieces: number; found: string[] }
}

interface Message {
  text: string
  truth: ReviewedMeaning
}

/** The whole loop with servers of its own, from a pack to what the model that serves then makes of messages it never saw. */
export async function runLoop(data: string, seed: number, tell: (line: string) => void): Promise<LoopOutcome> {
  const folder = temporaryFolder()
  const [packDir, dataDir] = [join(folder.path, 'pack'), join(folder.path, 'data')]
  const database = join(dataDir, 'candor.db')
  const copyDir = join(folder.path, 'first')
  let server: Awaited<ReturnType<typeof startServer>> | undefined
  try {
    await importPack({
      from: join(data, 'train.csv'),
      format: 'csv',
      outDir: packDir,
      language: 'en',
      outOfScopeLabel: OUT_OF_SCOPE,
    })
    const pack = await loadPack(packDir)
    const { teaching, judging, personal } = await halves(join(data, 'test.csv'), pack, seed)

    server = await startServer({ dataDir, packDir })
    const staff = await hireStaff(database)
    const firstModel = await championOf(database)
    tell(`${teaching.length} messages are sent …`)
    await send(server.url, teaching, pack)
    const said = new Map(teaching.map(({ text, truth }) => [text, truth]))
    const labelled = await serveWhoWaits(server, staff.agent, (text) => said.get(text))
    tell(`${labelled} handovers are labelled, the review …`)
    const accepted = await acceptWhatPeopleSaid(server, staff.manager)
    tell(`${accepted} messages are accepted, a challenger is trained …`)
    await learn(packDir, dataDir)
    await takenOver(server.url, database)

    tell(`the other ${judging.length} messages are sent …`)
    const begun = Date.now()
    await send(server.url, judging, pack)
    await server.stop()
    const now = await readBack(database, judging, begun)

    // The same messages as if nothing had been learnt: the same server with the model that it began with.
    await cp(dataDir, copyDir, { recursive: true })
    await goBack(join(copyDir, 'candor.db'), firstModel.id)
    server = await startServer({ dataDir: copyDir, packDir })
    const begunAgain = Date.now()
    await send(server.url, judging, pack)
    await server.stop()
    server = undefined
    const first = await readBack(join(copyDir, 'candor.db'), judging, begunAgain)

    const nowModel = await championOf(database)
    return {
      seed,
      labelled,
      accepted,
      gate: await gateOf(database),
      first: first.map(({ read }) => read),
      now: now.map(({ read }) => read),
      decidedByNow: now.filter(({ modelId }) => modelId === nowModel.id).length,
      personal: { pieces: new Set(personal).size, found: foundInBytes(nowModel.bytes, personal) },
    }
  } finally {
    await server?.stop()
    folder.remove()
  }
}

/** The messages in two halves, each text once; some customers of the first say who they are. */
async function halves(file: string, pack: KnowledgePack, seed: number) {
  const needs = new Map(pack.needs.map((need) => [need.label ?? need.name, need.name]))
  const all = new Map<string, Message>()
  for (const { text, label } of await readLabelledCsv(file)) {
    const need = needs.get(label)
    const truth: ReviewedMeaning = need === undefined ? { kind: 'none' } : { kind: 'need', need }
    if (!all.has(exampleKey(text))) all.set(exampleKey(text), { text, truth })
  }
  const messages = [...all.values()]
  shuffle(messages, seededRandom(seed))
  const half = Math.ceil(messages.length / 2)
  const written = messages.slice(0, half)
  const told = written.map(({ text }, number) => saysWhoTheyAre(text, number))
  return {
    teaching: written.map(({ truth }, number) => ({ text: told[number]?.text ?? '', truth })),
    judging: messages.slice(half),
    personal: [...told.flatMap((one) => one.told), ...personalDataIn(written.map(({ text }) => text))],
  }
}

/** Each as a customer of its own, who picks what they mean from a list, or asks for a person where it is not in it. */
async function send(url: string, messages: readonly Message[], pack: KnowledgePack): Promise<void> {
  const titles = new Map(pack.needs.map(({ name, title }) => [name, new Set(Object.values(title))]))
  const waiting = messages.values()
  const customer = async () => {
    for (const { text, truth } of waiting) {
      const meant =
        truth.kind === 'need' ? { name: truth.need, titles: titles.get(truth.need) ?? new Set() } : undefined
      await chat(url, text, randomUUID, (reply) => secondMessage(reply, meant))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, customer))
}

/** `candor learn`, as a person would start it beside the running server. */
function learn(packDir: string, dataDir: string): Promise<void> {
  const args = [CLI, 'learn', '--pack', packDir, '--data', dataDir, '--json']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`candor learn ended with code ${code}`))))
  })
}

/** Waits until a customer who writes is read by the model that is to serve. */
async function takenOver(url: string, database: string): Promise<void> {
  const { id } = await championOf(database)
  for (const begun = Date.now(); Date.now() - begun < PATIENCE_MS; await sleep(1_000)) {
    const asked = Date.now()
    await chat(url, 'hello', randomUUID)
    if ((await modelsSince(database, asked)).has(id)) return
  }
  throw new Error('the running server has not taken over the model that was promoted')
}

const modelsSince = (database: string, since: number) =>
  withStore(database, async ({ turns }) => {
    const models = new Set<string>()
    for await (const conversation of turns.recorded({ from: since, to: Date.now() + 1 })) {
      for (const { turn } of conversation.turns) models.add(turn.modelId)
    }
    return models
  })

async function withStore<Result>(database: string, act: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(database)
  try {
    return await act(store)
  } finally {
    await store.close()
  }
}

const championOf = (database: string) =>
  withStore(database, async ({ models }) => {
    const champion = await models.champion()
    if (!champion) throw new Error('no model serves')
    return champion
  })

const goBack = (database: string, modelId: string) =>
  withStore(database, ({ models }) => models.promote(modelId, { at: Date.now(), reason: 'chosen', by: 'command' }))

const gateOf = (database: string) =>
  withStore(database, async ({ models }): Promise<LoopOutcome['gate']> => {
    for (const model of await models.list()) {
      const origin = modelOriginOf(model)
      if (origin.kind !== 'learnt') continue
      const { promote, reasons } = origin.attempt.verdict
      return { tried: true, promoted: promote, reasons }
    }
    return { tried: false, promoted: false, reasons: [] }
  })

/** What was stored of the first turn of each message, in their order. */
async function readBack(database: string, messages: readonly Message[], since: number) {
  return withStore(database, async (store) => {
    const found = new Map<string, { modelId: string; read: Read }>()
    const truths = new Map(messages.map(({ text, truth }) => [text, truth]))
    for await (const { turns } of store.turns.recorded({ from: since, to: Date.now() + 1 })) {
      const [begun] = turns
      const truth = truths.get(begun?.message?.text ?? '')
      if (!begun?.message || !truth) continue
      const { understanding, decision, modelId } = begun.turn
      const answered = decision.kind === 'answer' ? (decision.need === needOf(truth) ? 'right' : 'wrong') : undefined
      found.set(begun.message.text, {
        modelId,
        read: {
          text: begun.message.text,
          right: readOf(understanding) === needOf(truth),
          answered,
          served: answered === (truth.kind === 'need' ? 'right' : undefined),
          handedOver: decision.kind === 'escalate',
        },
      })
    }
    return messages.map(({ text }) => {
      const one = found.get(text)
      if (!one) throw new Error(`no turn was stored for "${text}"`)
      return one
    })
  })
}

function readOf({ needs, outOfScope }: { needs: { need: string; probability: number }[]; outOfScope: number }) {
  const [best] = needs
  return best && best.probability > outOfScope ? best.need : undefined
}

function needOf(truth: ReviewedMeaning): string | undefined {
  return truth.kind === 'need' ? truth.need : undefined
}
