import { readStored } from './stored.ts'

/** What proves, later, that this is the same customer in the same conversation. */
export interface CustomerIdentity {
  customerKey: string
  conversationId: string
}

/** Where the chat keeps it. */
export const IDENTITY = 'candor.chat.identity'

/** Who has written from this browser; undefined where nobody has. */
export function storedIdentity(): CustomerIdentity | undefined {
  try {
    const stored = JSON.parse(readStored(IDENTITY) ?? 'null') as Partial<CustomerIdentity> | null
    if (typeof stored?.customerKey !== 'string' || typeof stored.conversationId !== 'string') return undefined
    return { customerKey: stored.customerKey, conversationId: stored.conversationId }
  } catch {
    return undefined
  }
}
