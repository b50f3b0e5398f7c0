import { CandorError, type KnowledgePack } from '../../domain/index.ts'
import type { ModelStore, Promotion, Store } from '../../store/index.ts'
import { gapModelOf } from './gap-model.ts'
import { servedBefore } from './served-before.ts'
import { usableModel } from './usable-model.ts'

/** `intents` understands messages, `gap` estimates the gap. */
export const MODEL_KINDS = ['intents', 'gap'] as const
export type ModelKind = (typeof MODEL_KINDS)[number]

export function modelsOf(store: Pick<Store, 'models' | 'gapModels'>, kind: ModelKind): ModelStore {
  return kind === 'intents' ? store.models : store.gapModels
}

export interface ChampionChange {
  store: Pick<Store, 'models' | 'gapModels' | 'audit'>
  kind: ModelKind
  /** The pack that the model is to serve. */
  pack: KnowledgePack
  newId(): string
  promotion: Promotion
}

/**
 * Makes a stored model the champion, audited; servers take it over within seconds.
 * @returns false when it serves already
 * @throws CandorError MODEL_UNKNOWN, MODEL_UNREADABLE, MODEL_UNFIT: the one that serves goes on then
 */
export async function promoteModel(id: string, change: ChampionChange): Promise<boolean> {
  await checkUsable(id, change)
  const changed = await modelsOf(change.store, change.kind).promote(id, change.promotion)
  if (changed) await note('model.promoted', id, undefined, change)
  return changed
}

/** Which model was left for which; without an id it is the one that every installation has. */
export interface WayBack {
  left: string
  for?: string
}

/**
 * Lets the model that served before serve again, audited; servers take it over within seconds.
 * @param from only while this one serves
 * @returns undefined when another was faster: `from` does not serve any more
 * @throws CandorError MODEL_FIRST when none served before, MODEL_UNREADABLE, MODEL_UNFIT
 */
export async function rollBackModel(change: ChampionChange, from?: string): Promise<WayBack | undefined> {
  const models = modelsOf(change.store, change.kind)
  const services = await models.services()
  const left = services[0]?.modelId
  const before = servedBefore(services, change.kind === 'gap' ? {} : undefined)
  if (left === undefined || !before) throw new CandorError('MODEL_FIRST', { id: left ?? 'prior' })
  if (from !== undefined && left !== from) return undefined
  if (before.modelId !== undefined) await checkUsable(before.modelId, change)
  if (!(await models.promote(before.modelId, change.promotion, left))) return undefined
  await note('model.rolled-back', left, before.modelId, change)
  return { left, ...(before.modelId !== undefined && { for: before.modelId }) }
}

async function checkUsable(id: string, { store, kind, pack }: ChampionChange): Promise<void> {
  const record = await modelsOf(store, kind).get(id)
  if (!record) throw new CandorError('MODEL_UNKNOWN', { id })
  if (kind === 'intents') usableModel(record, pack)
  else gapModelOf(record.bytes)
}

async function note(
  action: 'model.promoted' | 'model.rolled-back',
  subject: string,
  instead: string | undefined,
  { store, kind, newId, promotion }: ChampionChange,
): Promise<void> {
  const { at, by, reason, detail } = promotion
  const figures: unknown = detail === undefined ? undefined : JSON.parse(detail)
  await store.audit.append({
    id: newId(),
    at,
    actor: by,
    action,
    subject,
    detail: JSON.stringify({ kind, reason, instead, figures }),
  })
}
