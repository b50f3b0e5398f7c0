/** The two sides of a conversation: the agent is whoever has it at the time. */
export type Reader = 'customer' | 'agent'

/** Up to where one side has read a conversation. It only ever rises. */
export interface ReadMark {
  conversationId: string
  reader: Reader
  /** 1 or more. */
  seq: number
  /** When it was read that far, epoch milliseconds. */
  at: number
}
