import type { Language } from './language.ts'

/** What an agent said of a promise that was heard in their message: `accepted` as it was, `changed`, or `refused` as none. */
export const PROMISE_VERDICTS = ['accepted', 'changed', 'refused'] as const
export type PromiseVerdictKind = (typeof PROMISE_VERDICTS)[number]

/** An agent's answer to one proposal: a label for how well promises are heard at this company. */
export interface PromiseVerdict {
  conversationId: string
  /** The agent's message. */
  seq: number
  /** Which of the promises heard in that message, from 0. */
  position: number
  at: number
  agentId: string
  /** Of the words that were heard. */
  language: Language
  /** The rule that heard it. */
  marker: string
  /** Those words, with personal data masked. */
  text: string
  verdict: PromiseVerdictKind
}
