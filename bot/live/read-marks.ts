import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock, Conversation, Reader, ReadMark } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'

export interface ReadMarks {
  /** Stores that one side has read up to `seq`, which counts no further than the newest message, and tells who listens. */
  raise(conversation: Pick<Conversation, 'id' | 'lastSeq'>, reader: Reader, seq: number): Promise<void>
  /** Told of every mark that rose on this node. @returns how to stop listening */
  onRaised(listener: (mark: ReadMark) => void): () => void
}

/** People read all the time, and each trip to the disk holds everybody up: marks go together. */
const TOGETHER_MS = 250

export function readMarks(store: Pick<Store, 'reads'>, clock: Clock): ReadMarks {
  const listeners = new Set<(mark: ReadMark) => void>()
  let together: Promise<void> | undefined
  const departure = () => {
    together ??= sleep(TOGETHER_MS).then(() => {
      together = undefined
    })
    return together
  }
  return {
    async raise({ id, lastSeq }, reader, seq) {
      const mark: ReadMark = { conversationId: id, reader, seq: Math.min(seq, lastSeq), at: clock.now() }
      if (mark.seq < 1) return
      await departure()
      if (!(await store.reads.raise(mark))) return
      for (const listener of listeners) listener(mark)
    },
    onRaised(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
