import type { CompanyPromise, Language, NewMessage } from '../../domain/index.ts'
import type { ConversationCommit } from '../../store/index.ts'
import { momentInWords } from '../hours/index.ts'
import type { GoodwillRule } from '../policy/index.ts'

/** The call that can be promised at this moment: until when, by whose clock, and in which queue. */
export interface PossibleCall {
  dueAt: number
  timeZone: string
  queue: string
}

const CALL: Record<Language, string> = { en: 'We call you', zh: '我们给您打电话' }

/** A commit with what a rule gives: what the customer is told, and the promise of a call. */
export function treated(
  commit: ConversationCommit,
  rule: GoodwillRule,
  call: PossibleCall | undefined,
  { now, newId }: { now: number; newId(): string },
): ConversationCommit {
  const { conversation } = commit
  const { language } = conversation
  const text = rule.text?.[language]
  if (text === undefined) return commit
  const by = call && momentInWords(call.dueAt, call.timeZone, language)
  const message: NewMessage = {
    id: newId(),
    from: 'system',
    at: now,
    language,
    text: by === undefined ? text : text.replaceAll('{by}', by),
    body: { kind: 'notice', code: 'goodwill' },
  }
  const said = {
    ...commit,
    messages: [...commit.messages, message],
    outbox: conversation.channel === 'web' ? commit.outbox : [...commit.outbox, message.id],
  }
  if (rule.give !== 'call' || !call) return said
  const promise: CompanyPromise = {
    id: newId(),
    customerId: conversation.customerId,
    conversationId: conversation.id,
    kind: 'deed',
    what: CALL[language],
    madeBy: { kind: 'bot' },
    seq: conversation.lastSeq + said.messages.length,
    queue: call.queue,
    toldBy: 'staff',
    madeAt: now,
    dueAt: call.dueAt,
  }
  return { ...said, promises: [...(said.promises ?? []), promise] }
}
