import type { ExpectedGain, Unlabelled } from '../../nlp/index.ts'
import type { Store } from '../../store/index.ts'
import { inWorker } from '../models/index.ts'

/**
 * Puts messages in the order in which their labels would teach the model most (see `orderByGain`). Some may be left out
 * while they have not been looked at.
 */
export type OrderByGain = (modelId: string, messages: readonly Unlabelled[]) => Promise<ExpectedGain[]>

export interface OrderTask {
  /** The model. */
  bytes: Uint8Array
  messages: readonly Unlabelled[]
}

/** An order that has this share of the messages serves until there is a newer one, 0..1. */
const ENOUGH = 0.8

/**
 * Orders in a worker thread, which takes seconds for thousands. So an order is kept: what was decided leaves it and the rest
 * stays as it is; what has come since is looked at behind the reader's back, and is in the next one.
 */
export function orderInWorker(
  store: Pick<Store, 'models'>,
  log: { warn(fields: object, text: string): void },
): OrderByGain {
  let kept: { modelId: string; order: ExpectedGain[] } | undefined
  let running: Promise<ExpectedGain[]> | undefined

  /** One at a time: two who open the page at once share one order. */
  function renew(modelId: string, messages: readonly Unlabelled[]): Promise<ExpectedGain[]> {
    running ??= ordered(modelId, messages).finally(() => {
      running = undefined
    })
    return running
  }

  async function ordered(modelId: string, messages: readonly Unlabelled[]): Promise<ExpectedGain[]> {
    const stored = await store.models.get(modelId)
    // A model that is not stored is none that could be trained on.
    if (!stored) return []
    const task: OrderTask = { bytes: stored.bytes, messages }
    const order = await inWorker<ExpectedGain[]>(new URL('./order-worker.ts', import.meta.url), task, () => undefined)
    kept = { modelId, order }
    return order
  }

  return async (modelId, messages) => {
    const wanted = new Set(messages.map(({ id }) => id))
    const known = kept?.modelId === modelId ? kept.order.filter(({ id }) => wanted.has(id)) : []
    if (known.length === wanted.size) return known
    const renewed = renew(modelId, messages)
    if (known.length < ENOUGH * wanted.size) return (await renewed).filter(({ id }) => wanted.has(id))
    renewed.catch((err: unknown) => log.warn({ err }, 'candidates could not be put in order; the order before serves'))
    return known
  }
}
