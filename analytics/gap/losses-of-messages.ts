import type { Losses } from './cost.ts'

/** A message that no need covers, and what became of it. */
export interface LostMessage {
  conversationId: string
  /** Its number in the conversation. */
  seq: number
  /** 0..1 */
  gap: number
  handedOver: boolean
  /** The customer of this conversation was dissatisfied. */
  dissatisfied: boolean
}

/**
 * What went wrong with messages that no need covers. A conversation counts once, however many of them it holds.
 * @param nothingWanted of such messages the share that nobody could do anything for (tests, chat, slips), 0..1: what they leave
 *   unmet is no loss
 */
export function lossesOfMessages(messages: readonly LostMessage[], nothingWanted: number): Losses {
  const last = new Map<string, LostMessage>()
  for (const message of messages.filter(({ handedOver }) => !handedOver)) {
    if (message.seq > (last.get(message.conversationId)?.seq ?? -1)) last.set(message.conversationId, message)
  }
  return {
    handovers: messages.filter(({ handedOver }) => handedOver).length,
    dissatisfied: new Set(messages.filter((one) => one.dissatisfied).map((one) => one.conversationId)).size,
    unmet: (1 - nothingWanted) * [...last.values()].reduce((sum, { gap }) => sum + gap, 0),
  }
}
