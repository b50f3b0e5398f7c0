import { CandorError, type Clock, DAY_MS, type KnowledgePack } from '../../domain/index.ts'
import { type GuardVerdict, turnsForLook, watchModel } from '../../nlp/index.ts'
import type { ModelService, Period, Store } from '../../store/index.ts'
import { type ChampionChange, type ModelKind, modelsOf, rollBackModel, type WayBack } from './change-champion.ts'

/** Compared with what the model before did in its last days; and watched for as long. */
const WATCHED_MS = 28 * DAY_MS

export interface GuardOptions {
  store: Pick<Store, 'models' | 'gapModels' | 'audit' | 'served' | 'settings'>
  kind: ModelKind
  pack: KnowledgePack
  clock: Clock
  newId(): string
}

export type Guarded =
  /** What serves was not promoted by the gate, or has been watched to the end. */
  | { kind: 'not-watched' }
  | { kind: 'too-few-turns'; turns: number; needed: number }
  | { kind: 'no-worse'; modelId: string; verdict: GuardVerdict }
  | { kind: 'rolled-back'; way: WayBack; verdict: GuardVerdict }
  /** Another was faster, or the model before cannot serve any more: `problem`. */
  | { kind: 'worse-but-kept'; modelId: string; verdict: GuardVerdict; problem?: string }

/**
 * Looks, when it is time for a look, at how customers fare with a model that the gate has promoted, and lets the one before
 * serve again when they fare worse than chance explains. Running it again changes nothing.
 */
export async function guardModel({ store, kind, pack, clock, newId }: GuardOptions): Promise<Guarded> {
  const now = clock.now()
  const [serving, before] = await modelsOf(store, kind).services()
  const modelId = serving?.modelId
  if (!serving || modelId === undefined || serving.reason !== 'gate' || now > serving.from + WATCHED_MS) {
    return { kind: 'not-watched' }
  }
  const taken = await looksTaken(store, kind, serving)
  const [was, is] = [baseline(serving, before), { from: serving.from, to: now + 1 }]
  const needed = turnsForLook(taken + 1)
  const turns = await store.served.turns(is, needed)
  if (turns < needed) return { kind: 'too-few-turns', turns, needed }

  const verdict = watchModel(await store.served.counts(was), await store.served.counts(is), taken + 1)
  const promotion = { at: now, reason: 'guard', by: 'system', detail: JSON.stringify(verdict) } as const
  const found = verdict.worse
    ? await goBack(modelId, verdict, { store, kind, pack, newId, promotion })
    : ({ kind: 'no-worse', modelId, verdict } as const)
  // Last: a look that was broken off before something came of it is taken again.
  await store.settings.set(keyOf(kind), JSON.stringify({ modelId, from: serving.from, looks: taken + 1 }))
  return found
}

async function goBack(modelId: string, verdict: GuardVerdict, change: ChampionChange): Promise<Guarded> {
  try {
    const way = await rollBackModel(change, modelId)
    return way ? { kind: 'rolled-back', way, verdict } : { kind: 'worse-but-kept', modelId, verdict }
  } catch (problem) {
    if (!(problem instanceof CandorError)) throw problem
    return { kind: 'worse-but-kept', modelId, verdict, problem: problem.message }
  }
}

/** The time that the model before served last, as far back as it is compared. */
function baseline({ from: to }: ModelService, before: ModelService | undefined): Period {
  return { from: Math.max(before?.from ?? 0, to - WATCHED_MS), to }
}

/** Of the model that serves since then. A look that was taken is spent, also across a restart and on another node. */
async function looksTaken(
  { settings }: Pick<Store, 'settings'>,
  kind: ModelKind,
  { modelId, from }: ModelService,
): Promise<number> {
  const stored = await settings.get(keyOf(kind))
  if (stored === undefined) return 0
  const last = JSON.parse(stored) as { modelId: string; from: number; looks: number }
  return last.modelId === modelId && last.from === from ? last.looks : 0
}

const keyOf = (kind: ModelKind) => `guard.${kind}`
