import type { Clock } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'

/** Who dies over it holds the others up for so long. */
const CLAIM_MS = 15 * 60_000
const FREE = '0'

export interface Claim {
  store: Pick<Store, 'settings'>
  /** Names the work, the same on every node. */
  key: string
  clock: Clock
  newId(): string
}

export type Turn<T> =
  | { kind: 'done'; result: T }
  /** Somebody else is at it, until then at the longest. */
  | { kind: 'taken'; until: number }

/**
 * Does work that must not be done twice at once, on whatever node.
 * @param work is given a question to ask before it changes anything: whether the claim still holds, from now on again as
 *   long. It does not when the work has taken longer than a claim lasts and somebody else has begun.
 */
export async function oneAtATime<T>(
  { store: { settings }, key, clock, newId }: Claim,
  work: (holds: () => Promise<boolean>) => Promise<T>,
): Promise<Turn<T>> {
  const name = newId()
  const claim = () => `${clock.now() + CLAIM_MS} ${name}`
  let held = claim()
  const found = await settings.getOrSet(key, held)
  const isMine = found === held || (endOf(found) <= clock.now() && (await settings.replace(key, found, held)))
  if (!isMine) return { kind: 'taken', until: endOf((await settings.get(key)) ?? found) }
  const holds = async () => {
    const before = held
    held = claim()
    return settings.replace(key, before, held)
  }
  try {
    return { kind: 'done', result: await work(holds) }
  } finally {
    await settings.replace(key, held, FREE)
  }
}

function endOf(claim: string): number {
  return Number(claim.split(' ', 1)[0])
}
