import type { DeskMessage } from '../../bot/http/api.ts'

/**
 * What is known of a conversation, and what came: in the order of `seq`, each once. It does not matter in which order
 * or how often anything comes. What one knows more of a message than the other is kept, and a correction counts from
 * when it is known.
 */
export function mergeMessages(known: readonly DeskMessage[], incoming: readonly DeskMessage[]): DeskMessage[] {
  const bySeq = new Map<number, DeskMessage>()
  for (const message of [...known, ...incoming]) {
    bySeq.set(message.seq, { ...bySeq.get(message.seq), ...message })
  }
  const inOrder = [...bySeq.values()].sort((a, b) => a.seq - b.seq)
  const corrected = new Map(
    inOrder.flatMap(({ corrects, text }) => (corrects === undefined ? [] : [[corrects, text] as const])),
  )
  return inOrder.map((message) => {
    const correctedTo = corrected.get(message.seq)
    return correctedTo === undefined ? message : { ...message, correctedTo }
  })
}

/** Up to which `seq` nothing is missing: from there on it can be asked again. 0 when nothing is known. */
export function completeUpTo(messages: readonly DeskMessage[]): number {
  const gap = messages.findIndex((message, index) => index > 0 && message.seq !== (messages[index - 1]?.seq ?? 0) + 1)
  return messages.at(gap < 0 ? -1 : gap - 1)?.seq ?? 0
}
