import type { CompanyPromise, Language } from '../../../domain/index.ts'
import { expectedAt } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { customerName } from '../../escalation/customer-name.ts'
import { momentInWords } from '../../hours/index.ts'
import type { CandorAdapter } from '../bot-framework/candor-adapter.ts'
import { parseReference } from '../bot-framework/conversation-reference.ts'
import { escapeMarkdown } from '../bot-framework/escape-markdown.ts'
import { inTime } from '../bot-framework/in-time.ts'
import { WORDS } from './words.ts'

export interface PromiseNewsOptions {
  store: Pick<Store, 'agentChats' | 'customers' | 'people'>
  adapter: Pick<CandorAdapter, 'push'>
  /** IANA name of the clock by which times are told. */
  timeZone(): string
  log: { warn(fields: object, text: string): void }
}

export type PromiseNews = Record<'remind' | 'warn', (promise: CompanyPromise) => Promise<void>>

/**
 * Tells who sees to a promise that it is due soon, or late, in their own Teams chat if they have linked one. At most once:
 * what Teams does not take is logged, and the desk shows it all the same.
 */
export function promiseNews({ store, adapter, timeZone, log }: PromiseNewsOptions): PromiseNews {
  async function tell(promise: CompanyPromise, what: 'promiseSoon' | 'promiseLate'): Promise<void> {
    const { ownerId, customerId } = promise
    if (ownerId === undefined) return
    const chat = (await store.agentChats.list()).find((each) => each.kind === 'personal' && each.agentId === ownerId)
    if (!chat) return
    const [customer, owner] = await Promise.all([store.customers.get(customerId), store.people.get(ownerId)])
    const language: Language = owner?.languages[0] ?? 'en'
    const name = customerName(customer?.name, customerId)
    const due = momentInWords(expectedAt(promise), timeZone(), language)
    const words = WORDS[language]
    const text = escapeMarkdown(words[what](name, promise.what ?? words.promisedAnswer, due))
    try {
      const activity = { type: 'message', text, textFormat: 'markdown' } as const
      await inTime(adapter.push(parseReference(chat.reference), activity))
    } catch (error) {
      log.warn({ err: error, promiseId: promise.id }, 'an agent could not be told of a promise in Teams')
    }
  }
  return { remind: (promise) => tell(promise, 'promiseSoon'), warn: (promise) => tell(promise, 'promiseLate') }
}
