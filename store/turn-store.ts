import type { Channel, Language, Message, Turn, TurnLabel } from '../domain/index.ts'
import type { Period } from './period.ts'

/** A turn with what the record has around it. */
export interface RecordedTurn {
  turn: Turn
  /** The customer's message; absent where it was not kept. */
  message?: Pick<Message, 'text' | 'language'>
  /** The conversation's language before the message; absent before the first one. */
  languageBefore?: Language
  /** What the message turned out to be about: at most one label from each source. */
  labels: TurnLabel[]
}

/** A conversation's turns of a period, in order. */
export interface RecordedConversation {
  id: string
  channel: Channel
  customerId: string
  turns: RecordedTurn[]
}

export interface TurnStore {
  /**
   * The conversations with turns in a period, each once, the one with the newest turn first. Read page by page as they are
   * taken, so that years of them fit into memory; stop when there are enough.
   */
  recorded(period: Period): AsyncIterable<RecordedConversation>
}
