import type { Reader } from '../../domain/index.ts'

/** Somebody is writing at this moment. Never stored, and known on this node alone. */
export interface Typing {
  conversationId: string
  from: Reader
  /** Id of the agent. */
  agentId?: string
  /** Name of the agent. */
  name?: string
}

export interface TypingSignals {
  /** Passes it on, at most once every two seconds for each side of a conversation. */
  tell(typing: Typing): void
  /** @returns how to stop listening */
  onTyping(listener: (typing: Typing) => void): () => void
}

const PAUSE_MS = 2_000

export function typingSignals(): TypingSignals {
  const listeners = new Set<(typing: Typing) => void>()
  const told = new Set<string>()
  return {
    tell(typing) {
      const side = `${typing.from} ${typing.agentId ?? ''} ${typing.conversationId}`
      if (told.has(side)) return
      told.add(side)
      setTimeout(() => told.delete(side), PAUSE_MS).unref()
      for (const listener of listeners) listener(typing)
    },
    onTyping(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
