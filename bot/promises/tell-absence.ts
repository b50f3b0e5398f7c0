import { type CompanyPromise, type Conversation, type Escalation, isToBeKept } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import type { Staff } from '../escalation/absence-of.ts'
import { ConversationDraft, type DraftContext } from '../turn/draft.ts'
import type { Mind } from '../turn/mind.ts'
import { PHRASES } from '../turn/phrases.ts'
import { absenceInWords, unattended } from './unattended.ts'

/**
 * Somebody waits, and nobody is there any more: the last agent has left, or the hours have ended. They are told so,
 * once, with a promise like those who come later.
 *
 * @param made the promises of the conversation
 * @returns undefined where there is nothing to tell: somebody is there, it was promised already, or nothing can be
 */
export function tellAbsence(
  conversation: Conversation,
  escalation: Escalation,
  staff: Staff,
  made: readonly CompanyPromise[],
  mind: Pick<Mind, 'policy' | 'pack'>,
  context: DraftContext,
): ConversationCommit | undefined {
  if (conversation.owner !== 'queued' || made.some((promise) => promise.kind === 'answer' && isToBeKept(promise)))
    return undefined
  const nobody = unattended(escalation, staff, made, [], mind, context)
  if (!nobody?.promise) return undefined
  const { absence, promise } = nobody
  const draft = new ConversationDraft(conversation, context)
  draft.promise(promise)
  const { language } = conversation
  draft.say('system', {
    text: PHRASES[language].stillWaiting(absenceInWords(nobody, language)),
    body: { kind: 'notice', code: 'still-waiting', absence, promisedBy: promise.dueAt },
  })
  return draft.finish()
}
