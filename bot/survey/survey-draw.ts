import { createHash } from 'node:crypto'

/**
 * Numbers that belong to one resolution: whoever decides again about it, here or on another node, draws the same.
 * @param seq of the last message before it
 */
export function surveyDraw(conversationId: string, seq: number): (form: string) => number {
  return (form) => createHash('sha256').update(`${conversationId}\n${seq}\n${form}`).digest().readUInt32BE(0) / 2 ** 32
}
