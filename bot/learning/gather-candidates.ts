import { MINUTE_MS } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Mind } from '../turn/mind.ts'
import { teachable } from './teachable.ts'

/** Up to when messages have been looked through, epoch milliseconds. */
const LOOKED_UNTIL = 'learning.gathered-until'
/** Looked through once more: clocks of nodes differ, and a commit is seen a little after its time. */
const OVERLAP_MS = 5 * MINUTE_MS
const AT_ONCE = 500

export interface GatherOptions {
  store: Pick<Store, 'candidates' | 'settings'>
  mind(): Pick<Mind, 'pack' | 'needs' | 'understand' | 'answerAbove'>
  newId(): string
}

/**
 * Makes candidates of the messages since the last look. What was gathered before is known by its message, so that a look
 * that was broken off, or taken by two nodes at once, changes nothing.
 * @returns how many messages are new
 */
export async function gatherCandidates({ store, mind, newId }: GatherOptions, now: number): Promise<number> {
  const { candidates, settings } = store
  const lookedUntil = Number((await settings.get(LOOKED_UNTIL)) ?? 0)
  let from = Math.max(0, lookedUntil - OVERLAP_MS)
  let limit = AT_ONCE
  let gathered = 0
  for (;;) {
    const page = await candidates.sources({ from, to: now + 1 }, limit)
    gathered += await candidates.gather(
      page.flatMap((source) => teachable(source, mind()) ?? []),
      newId,
    )
    const last = page.at(-1)?.at
    if (last === undefined || page.length < limit) break
    // The last moment may have more. A page of nothing but one moment gets room for it.
    if (last === from) limit *= 2
    from = last
    await settings.set(LOOKED_UNTIL, String(from))
  }
  await settings.set(LOOKED_UNTIL, String(now))
  return gathered
}
