import type { Language, LocalizedText } from './language.ts'
import type { EntityType } from './understanding.ts'

/**
 * What a need is to the dialogue, beside its topic.
 * `task`: answered from the pack. `person`: the customer wants a human. `greeting`, `thanks`, `goodbye`: small talk;
 * thanks and goodbye after an answer resolve the conversation. `complaint`: goes to a person with the pack's words.
 */
export const NEED_ROLES = ['task', 'person', 'greeting', 'thanks', 'goodbye', 'complaint'] as const
export type NeedRole = (typeof NEED_ROLES)[number]

/** A detail (slot) that a need wants to know. */
export interface Detail {
  name: string
  type: EntityType | 'text' | 'choice'
  required: boolean
  /** Relative importance in the detail gap, > 0. */
  weight: number
  prompt: LocalizedText
  /** For `choice`: what can be picked. */
  choices?: LocalizedText[]
}

/** Something the company says it will do, with the time it has for it. */
export interface PackPromise {
  what: LocalizedText
  withinHours: number
  /** `open`: only hours count in which the company is open. Absent: all hours do. */
  hours?: 'open'
  /** `handover`: it holds once the customer, who had this answer, is handed over to a person. Absent: once the answer is given. */
  from?: 'handover'
  /** `customer`: whether it was kept only they can tell, and they are asked. Absent: staff say so. */
  toldBy?: 'customer'
}

export interface PackAnswer {
  text: LocalizedText
  source?: { title: LocalizedText; url?: string }
  promise?: PackPromise
  /** True when nobody has written the answer yet (an imported pack). */
  draft: boolean
}

export interface Need {
  name: string
  /** The label of the data this need was imported from, where it differs from the name; replayed messages are compared with it. */
  label?: string
  role: NeedRole
  title: LocalizedText
  group: string
  examples: Partial<Record<Language, string[]>>
  details: Detail[]
  answer: PackAnswer
}

/**
 * Something an agent often writes. `{customer}`, `{agent}`, `{company}` and the names of the pack's details stand for what
 * differs.
 */
export interface PackReply {
  name: string
  title: LocalizedText
  text: LocalizedText
}

/** Everything a company teaches its bot: a folder of YAML, read and checked. */
export interface KnowledgePack {
  name: string
  title: LocalizedText
  languages: Language[]
  defaultLanguage: Language
  /** IANA name, e.g. `Asia/Shanghai`. */
  timeZone: string
  /** Names of the company's products, for entities. */
  products: string[]
  needs: Need[]
  /** Messages that are none of the needs, to learn from what the bot must not answer. */
  outOfScope?: Partial<Record<Language, string[]>>
  /** Markdown of the page at /help, where sources such as `/help#delivery` lead: a heading `### Delivery {#delivery}`. */
  help?: LocalizedText
  /** What agents can insert into an answer, in the order of the file. */
  replies?: PackReply[]
}
