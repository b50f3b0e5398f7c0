import type { Committed } from '../turn/conversation-service.ts'

/** Writes the reason codes of every handover to the log; nothing of what was said. */
export function logHandovers(log: { info(fields: object, text: string): void }): (committed: Committed) => void {
  return ({ conversationId, messages }) => {
    for (const { seq, body } of messages) {
      if (body.kind === 'handover') log.info({ conversationId, seq, reasons: body.reasons }, 'handed over to a person')
    }
  }
}
