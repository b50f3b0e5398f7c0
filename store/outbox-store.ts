import type { Message } from '../domain/index.ts'

export interface OutboxEntry {
  message: Message
  channelReference: string
  /** Failed tries so far. */
  attempts: number
}

export interface OutboxStore {
  /**
   * Messages to push whose time has come, oldest first; of one conversation only the first undelivered one,
   * so that order holds even when a delivery fails.
   */
  due(now: number, limit: number): Promise<OutboxEntry[]>
  delivered(messageId: string, at: number): Promise<void>
  /** Counts the attempt and sets when to try again; `nextAt` null gives up (the row stays, marked). */
  failed(messageId: string, nextAt: number | null, problem: string): Promise<void>
}
