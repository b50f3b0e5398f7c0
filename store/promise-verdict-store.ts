import type { Language, PromiseVerdict } from '../domain/index.ts'

/** How often proposals of one rule were answered, and taken: as they were, or changed. */
export interface MarkerSums {
  language: Language
  marker: string
  proposed: number
  taken: number
}

export interface PromiseVerdictStore {
  /** Records the first answer to a proposal; false when it was answered already, and then nothing is changed. */
  putFirst(verdict: PromiseVerdict): Promise<boolean>
  /** Of one conversation, in the order of the messages and of the promises in them. */
  ofConversation(conversationId: string): Promise<PromiseVerdict[]>
  /** Answers since `from`, ordered by marker; of one marker where it is given. */
  sums(from: number, marker?: string): Promise<MarkerSums[]>
}
