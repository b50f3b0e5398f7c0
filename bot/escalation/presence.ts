import { type Clock, isAtDesk, type Presence } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import { inOrder } from '../turn/in-order.ts'

/** A sign of life is stored no more often than this: a desk gives many. */
const STORE_EVERY_MS = 10_000
/** How long somebody is still there after their last desk closed: a page that is loaded again loses nobody. */
const RELOAD_MS = 10_000

/** Who is at the desk. */
export interface Presences {
  /** A sign of life: they are at the desk for the next while. Who comes takes conversations, unless they chose not to. */
  comeOrStay(agentId: string): Promise<void>
  /**
   * They take conversations from now on, or a break.
   * @param forMs how long they are there without another sign of life; by default as long as after any
   */
  choose(agentId: string, available: boolean, forMs?: number): Promise<Presence>
  /** Their last desk was closed. */
  leave(agentId: string): Promise<void>
  /** The listener is called when somebody has come to the desk, or has chosen; returns how to stop listening. */
  onChanged(listener: () => void): () => void
}

export interface PresencesOptions {
  people: Pick<Store['people'], 'presences' | 'setPresence'>
  clock: Clock
  /** Without a sign of life for this long somebody is gone. */
  awayAfterSeconds(): number
}

/** Keeps in the store who is at the desk, so that every node and a restart know. */
export function presences({ people, clock, awayAfterSeconds }: PresencesOptions): Presences {
  // One person's presence is read and written in turn, or a sign of life could undo their choice.
  const inTurn = inOrder()
  const storedAt = new Map<string, number>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }

  function change<Next extends Presence | undefined>(
    agentId: string,
    next: (before: Presence | undefined, now: number) => Next,
  ): Promise<{ before: Presence | undefined; presence: Next; now: number }> {
    return inTurn(agentId, async () => {
      const before = (await people.presences()).find((presence) => presence.agentId === agentId)
      const now = clock.now()
      const presence = next(before, now)
      if (presence) await people.setPresence(presence)
      return { before, presence, now }
    })
  }

  const usualMs = () => awayAfterSeconds() * 1000

  function stay(agentId: string, before: Presence | undefined, now: number, forMs = usualMs()): Presence {
    return {
      agentId,
      available: before?.available ?? true,
      // Who is there for longer by another way than the desk stays so.
      until: Math.max(before?.until ?? 0, now + forMs),
      since: before && isAtDesk(before, now) ? before.since : now,
    }
  }

  return {
    async comeOrStay(agentId) {
      if (clock.now() - (storedAt.get(agentId) ?? Number.NEGATIVE_INFINITY) < STORE_EVERY_MS) return
      const { before, now } = await change(agentId, (known, at) => stay(agentId, known, at))
      storedAt.set(agentId, now)
      if (!before || !isAtDesk(before, now)) tell()
    },

    async choose(agentId, available, forMs) {
      const { presence } = await change(agentId, (before, now) => {
        const there = stay(agentId, before, now, forMs)
        return there.available === available ? there : { ...there, available, since: now }
      })
      tell()
      return presence
    },

    async leave(agentId) {
      storedAt.delete(agentId)
      await change(agentId, (before, now) => {
        const endsNow = before && isAtDesk(before, now) && before.until <= now + usualMs()
        return endsNow ? { ...before, until: Math.min(before.until, now + RELOAD_MS) } : undefined
      })
    },

    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
