import type { Conversation } from '../../domain/index.ts'
import type { Inbound } from './conversation-service.ts'
import { afreshState } from './dialogue-state.ts'
import { ConversationDraft, type DraftContext, newConversation } from './draft.ts'
import { filesLost, filesReceived } from './file-words.ts'
import type { Mind } from './mind.ts'
import { type Said, type TurnOutcome, takeTurn } from './take-turn.ts'

/** A customer's message, as far as it goes without asking the store anything more. */
export interface CustomerTurn {
  draft: ConversationDraft
  /** Absent while a person owns the conversation or it waits for one, and when there are no words: then the bot says nothing to them. */
  outcome?: TurnOutcome
  seq: number
  text: string
  /** The outside hub to which a handover goes. */
  hubId?: string
}

/**
 * First half of a customer's message (`carryOut` is the second): accept it, and let the bot think if it is the bot's turn.
 * @param stored the conversation, or undefined for the first message
 * @param around what is known around the message
 */
export function customerWrote(
  mind: Mind,
  stored: Conversation | undefined,
  inbound: Inbound,
  around: Pick<Said, 'segment' | 'earlier' | 'formerAgentId'>,
  context: DraftContext,
): CustomerTurn {
  const hint = inbound.localeHint ?? mind.pack.defaultLanguage
  const draft = new ConversationDraft(stored ?? newConversation(inbound, hint, context.now), context)
  const seq = draft.nextSeq
  const move = draft.move({ kind: 'customer-wrote', seq })
  if (move.kind === 'moved' && move.happened === 'reopened') {
    draft.conversation = { ...draft.conversation, state: afreshState(draft.conversation.state) }
  }

  const before = draft.conversation
  const said = { ...around, text: inbound.text, seq, now: context.now, fallbackLanguage: before.language }
  const outcome = before.owner === 'bot' && saysSomething(inbound) ? takeTurn(mind, before.state, said) : undefined
  if (outcome?.picked) {
    const { seq: meantSeq, need } = outcome.picked
    draft.label({ seq: meantSeq, source: 'pick', meant: { kind: 'need', need } })
  }
  if (outcome) draft.conversation = { ...before, language: outcome.language, state: outcome.state }
  draft.receivedFrom(inbound)
  const { customer, clientId, files = [], lostFiles = [] } = inbound
  // The client's id goes to the first message: it is the one that the client is told of.
  const author = (isFirst: boolean) => ({
    authorId: customer.id,
    ...(isFirst && clientId !== undefined && { clientId }),
  })
  const hasWords = saysSomething(inbound)
  if (hasWords) draft.say('customer', { text: inbound.text, body: { kind: 'text' } }, author(true))
  for (const [index, file] of files.entries())
    draft.say('customer', draft.attach(file), author(!hasWords && index === 0))
  if (lostFiles.length > 0) draft.say('system', filesLost(lostFiles, draft.conversation.language))
  // Whom it hands over to can look at them.
  if (files.length > 0 && before.owner === 'bot' && outcome?.decision.kind !== 'escalate') {
    const note = filesReceived(files.length, draft.conversation.language)
    // Three photos one after the other need it once.
    if (around.earlier?.findLast(({ from }) => from !== 'customer')?.text !== note.text) draft.say('bot', note)
  }
  const { hubId } = inbound
  return { draft, seq, text: inbound.text, ...(outcome && { outcome }), ...(hubId !== undefined && { hubId }) }
}

/** A message of nothing but files says nothing that could be understood. */
function saysSomething({ text, files, lostFiles }: Inbound): boolean {
  return text.trim() !== '' || (!files?.length && !lostFiles?.length)
}
