import type { Kysely } from 'kysely'
import type { Escalation, Message, Survey, SurveyResponse } from '../domain/index.ts'
import { prepareCommitQueries } from './commit-queries.ts'
import { conversationEventRow, conversationRow, messageRow, turnRow } from './conversation-rows.ts'
import type { CommitResult, ConversationCommit, ConversationStore } from './conversation-store.ts'
import { customerRow, trustEventRow } from './customers.ts'
import type { Database } from './database.ts'
import { countOpenOf, escalationRow } from './escalations.ts'
import { fileRow } from './files.ts'
import { putLabel } from './labels.ts'
import { noteRow } from './notes.ts'
import { outboxRow } from './outbox.ts'
import { ask, keep, type Program, undo } from './program.ts'
import { putPromise } from './promises.ts'
import type { Schema } from './schema.ts'
import { storableText } from './storable-text.ts'
import { responseRow, surveyRow } from './surveys.ts'
import { claimTreatment, useTreatment } from './treatments.ts'

/**
 * The one way to write to a conversation, as a program for one transaction.
 *
 * The order matters. The duplicate is looked for first: a message sent again after the conversation moved on
 * is a duplicate, not a conflict. The compare-and-set on the version comes next and holds the conversation's row until
 * the end, so whatever follows cannot race. When it fails, the duplicate is looked for once more: the winner may have
 * carried the same key.
 */
export function createCommit({ db, transact, capabilities }: Database): ConversationStore['commit'] {
  const queries = prepareCommitQueries(db)

  function* program(change: ConversationCommit): Program<CommitResult> {
    const { conversation, dedupeKey, turn } = change
    const { id } = conversation

    const seen = yield* duplicate(id, dedupeKey)
    if (seen) return undo(seen)

    if (change.customer) yield* ask(queries.upsertCustomer(customerRow(change.customer)))
    const moved = yield* moveConversation(change)
    if (!moved) return undo((yield* duplicate(id, dedupeKey)) ?? { kind: 'conflict' })

    if (change.treatment && !(yield* claimTreatment(db, change.treatment))) return undo({ kind: 'conflict' })
    if (change.capacity && (yield* isFull(change.capacity))) return undo({ kind: 'full' })
    if (change.notAskedSince && (yield* wasAsked(conversation.customerId, change.notAskedSince)))
      return undo({ kind: 'conflict' })

    const messages = numbered(change, moved.last_seq)
    for (const message of messages) yield* ask(queries.insertMessage(messageRow(message)))
    if (dedupeKey !== undefined) {
      const message_id = messages[0]?.id ?? ''
      yield* ask(queries.insertDedupeKey({ conversation_id: id, dedupe_key: dedupeKey, message_id }))
    }
    if (turn) yield* ask(queries.insertTurn(turnRow(turn, conversation.channel)))
    for (const event of change.events) yield* ask(queries.insertEvent(conversationEventRow(event, conversation)))
    if (change.channelReference !== undefined) {
      yield* ask(queries.upsertChannelReference({ conversation_id: id, reference: change.channelReference }))
    }
    for (const message of messages) {
      if (change.outbox.includes(message.id)) yield* ask(queries.insertOutboxEntry(outboxRow(message)))
    }
    yield* writeRest(db, change)

    return keep({
      kind: 'committed',
      conversation: { ...conversation, version: moved.version, lastSeq: moved.last_seq },
      messages,
    })
  }

  /** Holds the agent's row until the end, so that whoever counts next counts this one, too. */
  function* isFull({ agentId, limit }: NonNullable<ConversationCommit['capacity']>) {
    yield* ask(
      db
        .updateTable('agents')
        .set((eb) => ({ id: eb.ref('id') }))
        .where('id', '=', agentId)
        .compile(),
    )
    const [open] = yield* ask(countOpenOf(db, agentId).compile())
    return (open?.count ?? 0) >= limit
  }

  /** Holds the customer's row until the end, so that two conversations of one customer cannot ask at once. */
  function* wasAsked(customerId: string, { form, since }: NonNullable<ConversationCommit['notAskedSince']>) {
    yield* ask(
      db
        .updateTable('customers')
        .set((eb) => ({ id: eb.ref('id') }))
        .where('id', '=', customerId)
        .compile(),
    )
    const asked = db.selectFrom('surveys').select('id').where('customer_id', '=', customerId).where('form', '=', form)
    return (yield* ask(asked.where('sent_at', '>=', since).limit(1).compile())).length > 0
  }

  function* duplicate(conversation_id: string, dedupe_key: string | undefined) {
    if (dedupe_key === undefined) return undefined
    const [found] = yield* ask(queries.duplicate({ conversation_id, dedupe_key }))
    return found && { kind: 'duplicate' as const, messageId: found.message_id }
  }

  function* moveConversation({ conversation, messages, turn }: ConversationCommit) {
    const row = conversationRow(conversation)
    const turns = turn ? 1 : 0
    const insert = conversation.version === 0
    const [moved] = yield* ask(
      insert
        ? queries.insertConversation({ ...row, version: 1, last_seq: messages.length, turn_count: turns })
        : queries.updateConversation({
            ...row,
            read_version: conversation.version,
            new_messages: messages.length,
            new_turns: turns,
          }),
    )
    return moved
  }

  return async (change) => {
    try {
      return await transact(() => program(change))
    } catch (error) {
      if (capabilities.isRace(error)) return { kind: 'conflict' }
      throw error
    }
  }
}

/** The messages as they are stored, the last one with number `lastSeq`. */
function numbered({ conversation, messages }: ConversationCommit, lastSeq: number): Message[] {
  const firstSeq = lastSeq - messages.length + 1
  return messages.map((message, index) => ({
    ...message,
    text: storableText(message.text),
    conversationId: conversation.id,
    seq: firstSeq + index,
  }))
}

/** What few turns bring, by queries that are built when they are needed. */
function* writeRest(db: Kysely<Schema>, change: ConversationCommit) {
  const { conversation, escalations, survey, response, trustEvents, labels, notes, promises, files } = change
  for (const escalation of escalations ?? []) yield* writeEscalation(db, escalation)
  if (survey) yield* writeSurvey(db, survey)
  if (response) yield* writeResponse(db, response)
  if (trustEvents.length > 0) {
    yield* ask(db.insertInto('trust_events').values(trustEvents.map(trustEventRow)).compile())
  }
  for (const label of labels ?? []) yield* ask(putLabel(db, label))
  for (const note of notes ?? []) yield* ask(db.insertInto('notes').values(noteRow(note)).compile())
  for (const promise of promises ?? []) yield* ask(putPromise(db, promise))
  if (change.usedTreatment !== undefined) {
    yield* ask(useTreatment(db, change.usedTreatment, conversation.updatedAt))
  }
  for (const file of files ?? []) {
    yield* ask(db.insertInto('files').values(fileRow(file, conversation.id)).compile())
  }
}

function* writeEscalation(db: Kysely<Schema>, escalation: Escalation) {
  const row = escalationRow(escalation)
  const { id, ...changed } = row
  yield* ask(
    db
      .insertInto('escalations')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
      .compile(),
  )
  yield* ask(db.deleteFrom('escalation_reasons').where('escalation_id', '=', id).compile())
  const reasons = [...new Set(escalation.reasons)].map((reason) => ({ escalation_id: id, reason }))
  if (reasons.length > 0) yield* ask(db.insertInto('escalation_reasons').values(reasons).compile())
}

function* writeSurvey(db: Kysely<Schema>, survey: Survey) {
  const row = surveyRow(survey)
  const { reminded_at } = row
  yield* ask(
    db
      .insertInto('surveys')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ reminded_at }))
      .compile(),
  )
}

function* writeResponse(db: Kysely<Schema>, response: SurveyResponse) {
  const row = responseRow(response)
  const { survey_id: _, ...changed } = row
  yield* ask(
    db
      .insertInto('responses')
      .values(row)
      .onConflict((conflict) => conflict.column('survey_id').doUpdateSet(changed))
      .compile(),
  )
}
