import type { ExpectedGain, Unlabelled } from '../../nlp/index.ts'
import type { Store } from '../../store/index.ts'
import { inWorker } from '../models/index.ts'

/** Puts messages in the order in which their labels would teach the model most (see `orderByGain`). */
export type OrderByGain = (modelId: string, messages: readonly Unlabelled[]) => Promise<ExpectedGain[]>

export interface OrderTask {
  /** The model. */
  bytes: Uint8Array
  messages: readonly Unlabelled[]
}

/**
 * Orders in a worker thread. An order is kept while it has all messages that are asked for: what was decided leaves it, and
 * the rest stays as it is.
 */
export function orderInWorker(store: Pick<Store, 'models'>): OrderByGain {
  let kept: { modelId: string; order: ExpectedGain[] } | undefined
  let running: Promise<unknown> = Promise.resolve()

  async function ordered(modelId: string, messages: readonly Unlabelled[]): Promise<ExpectedGain[]> {
    const wanted = new Set(messages.map(({ id }) => id))
    const known = kept?.modelId === modelId ? kept.order.filter(({ id }) => wanted.has(id)) : []
    if (known.length === wanted.size) return known
    const stored = await store.models.get(modelId)
    // A model that is not stored is none that could be trained on.
    if (!stored) return []
    const task: OrderTask = { bytes: stored.bytes, messages }
    const order = await inWorker<ExpectedGain[]>(new URL('./order-worker.ts', import.meta.url), task, () => undefined)
    kept = { modelId, order }
    return order
  }

  return (modelId, messages) => {
    if (messages.length === 0) return Promise.resolve([])
    // One at a time: two who open the page at once share one order.
    const order = running.then(() => ordered(modelId, messages))
    running = order.catch(() => undefined)
    return order
  }
}
