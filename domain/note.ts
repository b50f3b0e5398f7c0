/** A word among colleagues about a conversation. The customer never sees it: it is no message, and no channel reads notes. */
export interface Note {
  id: string
  conversationId: string
  /** Stands behind the message with this `seq`; 0: before the first. */
  afterSeq: number
  /** Milliseconds since the Unix epoch. */
  at: number
  agentId: string
  text: string
}
