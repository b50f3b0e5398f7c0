import type { DeskMessage, DeskNote } from '../../bot/http/api.ts'

export type TranscriptEntry = { kind: 'message'; message: DeskMessage } | { kind: 'note'; note: DeskNote }

/**
 * What the transcript shows, in order: each note behind the message it was written after; a correction is no line of its
 * own where the message that it replaces is shown.
 */
export function transcriptEntries(messages: readonly DeskMessage[], notes: readonly DeskNote[]): TranscriptEntry[] {
  const shown = new Set(messages.map(({ seq }) => seq))
  const lines = messages.filter(({ corrects }) => corrects === undefined || !shown.has(corrects))
  const entries: { entry: TranscriptEntry; seq: number; at: number }[] = [
    ...lines.map((message) => ({ entry: { kind: 'message' as const, message }, seq: message.seq, at: 0 })),
    ...notes.map((note) => ({ entry: { kind: 'note' as const, note }, seq: note.afterSeq, at: note.at })),
  ]
  return entries.sort((a, b) => a.seq - b.seq || a.at - b.at).map(({ entry }) => entry)
}

/** The agent's own last text that can still be corrected: nothing but the newest of theirs. */
export function correctable(messages: readonly DeskMessage[]): DeskMessage | undefined {
  const last = messages.findLast(({ mine, corrects }) => mine && corrects === undefined)
  return last?.kind === 'text' ? last : undefined
}

/** `seq` of the newest message from a person of the company that the customer has read. */
export function lastRead(messages: readonly DeskMessage[], customerReadSeq: number): number | undefined {
  return messages.findLast(
    ({ from, seq, corrects }) => from === 'agent' && corrects === undefined && seq <= customerReadSeq,
  )?.seq
}
