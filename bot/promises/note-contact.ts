import { type CompanyPromise, type Entity, isToBeKept } from '../../domain/index.ts'
import type { ConversationDraft } from '../turn/draft.ts'
import { PHRASES } from '../turn/phrases.ts'
import { contactIn } from './contact-in.ts'

/**
 * A customer who waits for what was promised has written: a way to reach them is kept with the promise, and they are told so.
 * The newest one counts.
 *
 * @param made the promises of the conversation
 * @param entities named in the message
 */
export function noteContact(
  draft: ConversationDraft,
  made: readonly CompanyPromise[],
  entities: readonly Entity[],
): void {
  const contact = contactIn(entities)
  if (contact === undefined) return
  const changed = made.filter((promise) => isToBeKept(promise) && promise.contact !== contact)
  if (changed.length === 0) return
  for (const promise of changed) draft.promise({ ...promise, contact })
  const text = PHRASES[draft.conversation.language].contactNoted(contact)
  draft.say('system', { text, body: { kind: 'notice', code: 'contact-noted' } })
}
