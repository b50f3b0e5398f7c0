import { type Kysely, type Selectable, type SqlBool, sql } from 'kysely'
import type { NewTurnRow } from './conversation-rows.ts'
import type { ChannelCustomerRow } from './customers.ts'
import { prepared, type Slots } from './prepared.ts'
import type {
  ConversationEventTable,
  ConversationTable,
  DedupeKeyTable,
  MessageTable,
  OutboxTable,
  Schema,
} from './schema.ts'

/** The queries of every turn, compiled once per database. The rarer ones are built where they are used. */
export function prepareCommitQueries(db: Kysely<Schema>) {
  return {
    duplicate: prepared((slot: Slots<Pick<DedupeKeyTable, 'conversation_id' | 'dedupe_key'>>) =>
      db
        .selectFrom('dedupe_keys')
        .select('message_id')
        .where('conversation_id', '=', slot('conversation_id'))
        .where('dedupe_key', '=', slot('dedupe_key')),
    ),

    /** A row when this id was free. */
    insertConversation: prepared((slot: Slots<ConversationTable>) =>
      db
        .insertInto('conversations')
        .values({
          id: slot('id'),
          channel: slot('channel'),
          customer_id: slot('customer_id'),
          language: slot('language'),
          owner: slot('owner'),
          agent_id: slot('agent_id'),
          escalation_id: slot('escalation_id'),
          supervisor_id: slot('supervisor_id'),
          settled_seq: slot('settled_seq'),
          version: slot('version'),
          last_seq: slot('last_seq'),
          turn_count: slot('turn_count'),
          state: slot('state'),
          created_at: slot('created_at'),
          updated_at: slot('updated_at'),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning(['version', 'last_seq']),
    ),

    /** A row when nobody committed since `read_version`. Channel, customer and beginning of a conversation never change. */
    updateConversation: prepared(
      (
        slot: Slots<
          Omit<ConversationTable, 'channel' | 'customer_id' | 'created_at' | 'version' | 'last_seq' | 'turn_count'> & {
            read_version: number
            new_messages: number
            new_turns: number
          }
        >,
      ) =>
        db
          .updateTable('conversations')
          .set((eb) => ({
            language: slot('language'),
            owner: slot('owner'),
            agent_id: slot('agent_id'),
            escalation_id: slot('escalation_id'),
            supervisor_id: slot('supervisor_id'),
            settled_seq: slot('settled_seq'),
            version: eb('version', '+', 1),
            last_seq: eb('last_seq', '+', slot('new_messages')),
            turn_count: eb('turn_count', '+', slot('new_turns')),
            state: slot('state'),
            updated_at: slot('updated_at'),
          }))
          .where('id', '=', slot('id'))
          .where('version', '=', slot('read_version'))
          .returning(['version', 'last_seq']),
    ),

    insertMessage: prepared((slot: Slots<MessageTable>) =>
      db.insertInto('messages').values({
        conversation_id: slot('conversation_id'),
        seq: slot('seq'),
        id: slot('id'),
        author: slot('author'),
        author_id: slot('author_id'),
        at: slot('at'),
        language: slot('language'),
        text: slot('text'),
        body: slot('body'),
        client_id: slot('client_id'),
      }),
    ),

    insertDedupeKey: prepared((slot: Slots<DedupeKeyTable>) =>
      db.insertInto('dedupe_keys').values({
        conversation_id: slot('conversation_id'),
        dedupe_key: slot('dedupe_key'),
        message_id: slot('message_id'),
      }),
    ),

    insertTurn: prepared((slot: Slots<NewTurnRow>) =>
      db.insertInto('turns').values(({ case: choose, selectFrom }) => ({
        id: slot('id'),
        conversation_id: slot('conversation_id'),
        seq: slot('seq'),
        channel: slot('channel'),
        at: slot('at'),
        understanding: slot('understanding'),
        gap: slot('gap'),
        gap_value: slot('gap_value'),
        decision: slot('decision'),
        decision_kind: slot('decision_kind'),
        deliberation: slot('deliberation'),
        need: slot('need'),
        confidence: slot('confidence'),
        understanding_gap: slot('understanding_gap'),
        detail_gap: slot('detail_gap'),
        answer_gap: slot('answer_gap'),
        led_by: slot('led_by'),
        about: slot('about'),
        answered: slot('answered'),
        after_answer: choose()
          .when(sql<SqlBool>`${slot('answer_stood')} = 1`)
          .then(
            selectFrom('turns as before')
              .select('before.answered')
              .where('before.conversation_id', '=', slot('conversation_id'))
              .where('before.seq', '<', slot('seq'))
              .orderBy('before.seq', 'desc')
              .limit(sql.lit(1)),
          )
          .end(),
        objection: slot('objection'),
        uncovered: slot('uncovered'),
        shown_source: slot('shown_source'),
        shown_confidence: slot('shown_confidence'),
        shown_person: slot('shown_person'),
        model_id: slot('model_id'),
        latency_ms: slot('latency_ms'),
      })),
    ),

    /** Name and language as they are now. Most customers say the same in every message: nothing to write then. */
    upsertCustomer: prepared((slot: Slots<ChannelCustomerRow>) =>
      db
        .insertInto('customers')
        .values({
          id: slot('id'),
          name: slot('name'),
          language: slot('language'),
          created_at: slot('created_at'),
        })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), language: eb.ref('excluded.language') }))
            .where((eb) =>
              eb.or([
                eb('customers.name', 'is distinct from', eb.ref('excluded.name')),
                eb('customers.language', 'is distinct from', eb.ref('excluded.language')),
              ]),
            ),
        ),
    ),

    insertEvent: prepared((slot: Slots<Omit<Selectable<ConversationEventTable>, 'number'>>) =>
      db.insertInto('conversation_events').values({
        conversation_id: slot('conversation_id'),
        channel: slot('channel'),
        kind: slot('kind'),
        at: slot('at'),
        by: slot('by'),
        agent_id: slot('agent_id'),
        escalation_id: slot('escalation_id'),
        not_asked: slot('not_asked'),
      }),
    ),

    /** A push channel gives the same reference with every message: written when it changed. */
    upsertChannelReference: prepared((slot: Slots<Schema['channel_references']>) =>
      db
        .insertInto('channel_references')
        .values({ conversation_id: slot('conversation_id'), reference: slot('reference') })
        .onConflict((conflict) =>
          conflict
            .column('conversation_id')
            .doUpdateSet((eb) => ({ reference: eb.ref('excluded.reference') }))
            .whereRef('channel_references.reference', '!=', 'excluded.reference'),
        ),
    ),

    insertOutboxEntry: prepared((slot: Slots<OutboxTable>) =>
      db.insertInto('outbox').values({
        message_id: slot('message_id'),
        conversation_id: slot('conversation_id'),
        seq: slot('seq'),
        queued_at: slot('queued_at'),
        next_at: slot('next_at'),
        attempts: slot('attempts'),
        delivered_at: slot('delivered_at'),
        problem: slot('problem'),
      }),
    ),
  }
}
