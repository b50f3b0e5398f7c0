/** Numbered messages: each text is written once, and everybody's are counted for each conversation. */
export interface Ledger {
  /** The next text of this writer in this conversation, noted as written. */
  next(conversation: string, writer: string): string
  /** What this writer has written there, in order. */
  writtenBy(conversation: string, writer: string): string[]
  writers(conversation: string): string[]
  /** All that was written there. */
  written(conversation: string): ReadonlySet<string>
}

export function ledger(): Ledger {
  const lines: { conversation: string; writer: string; text: string }[] = []
  const of = (conversation: string) => lines.filter((line) => line.conversation === conversation)
  const writtenBy = (conversation: string, writer: string) =>
    of(conversation)
      .filter((line) => line.writer === writer)
      .map(({ text }) => text)
  return {
    next(conversation, writer) {
      const text = `${writer}, ${conversation} ${writtenBy(conversation, writer).length + 1}`
      lines.push({ conversation, writer, text })
      return text
    },
    writtenBy,
    writers: (conversation) => [...new Set(of(conversation).map(({ writer }) => writer))],
    written: (conversation) => new Set(of(conversation).map(({ text }) => text)),
  }
}
