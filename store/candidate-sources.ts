import { type Kysely, sql } from 'kysely'
import { type CandidateOrigin, CHANNELS } from '../domain/index.ts'
import type { CandidateStore } from './candidate-store.ts'
import type { Schema } from './schema.ts'

/** What a customer wrote, as it is stored: no file, nothing that a card sent. */
const TEXT = JSON.stringify({ kind: 'text' })
/** Written out, not a parameter: only so does SQLite see that the partial index fits. */
const LOW = sql.lit(2 as const)

const origin = (name: CandidateOrigin) => sql<CandidateOrigin>`${sql.lit(name)}`.as('origin')

/** The ways in which a message comes to be worth learning from, each found by an index of its own. */
export function candidateSources(db: Kysely<Schema>): CandidateStore['sources'] {
  return async ({ from, to }, limit) => {
    const decided = (decision: 'escalate' | 'clarify', why: CandidateOrigin) =>
      db
        .selectFrom('turns')
        .select(['conversation_id', 'seq', 'at', origin(why)])
        .where('channel', 'in', CHANNELS)
        .where('at', '>=', from)
        .where('at', '<', to)
        .where('decision_kind', '=', decision)

    const spokenOf = (source: 'agent' | 'check', why: CandidateOrigin) =>
      db
        .selectFrom('turn_labels')
        .select(['conversation_id', 'seq', 'at', origin(why)])
        .where('at', '>=', from)
        .where('at', '<', to)
        .where('source', '=', source)

    const found = decided('escalate', 'handed-over')
      .unionAll(decided('clarify', 'clarified'))
      .unionAll(spokenOf('agent', 'handed-over'))
      .unionAll(spokenOf('check', 'checked'))
      .unionAll(
        ratedLow(db)
          .select(['turn.conversation_id', 'turn.seq', 'response.at', origin('rated-low')])
          .where('response.at', '>=', from)
          .where('response.at', '<', to),
      )
    return await db
      .selectFrom(found.as('found'))
      .innerJoin('messages', (join) =>
        join.onRef('messages.conversation_id', '=', 'found.conversation_id').onRef('messages.seq', '=', 'found.seq'),
      )
      .innerJoin('conversations', 'conversations.id', 'found.conversation_id')
      .where('messages.author', '=', 'customer')
      .where('messages.body', '=', TEXT)
      .where(({ not, exists, selectFrom, ref }) =>
        not(
          exists(
            selectFrom('candidate_sightings as known')
              .select('known.seq')
              .where('known.conversation_id', '=', ref('found.conversation_id'))
              .where('known.seq', '=', ref('found.seq')),
          ),
        ),
      )
      .select([
        'found.conversation_id as conversationId',
        'found.seq',
        'conversations.customer_id as customerId',
        'found.at',
        'found.origin',
        'messages.text',
        'messages.language',
      ])
      .orderBy('found.at')
      .orderBy('found.conversation_id')
      .orderBy('found.seq')
      .limit(limit)
      .execute()
  }
}

/** Of an episode that no agent ended and that was rated low: the last turn that answered. */
function ratedLow(db: Kysely<Schema>) {
  return (
    db
      .selectFrom('responses as response')
      .innerJoin('surveys as survey', 'survey.id', 'response.survey_id')
      // The survey is sent at the end, by the same commit.
      .innerJoin('conversation_events as ending', (join) =>
        join
          .onRef('ending.conversation_id', '=', 'survey.conversation_id')
          .onRef('ending.at', '=', 'survey.sent_at')
          .on('ending.kind', '=', 'resolved')
          .on('ending.by', '!=', 'agent'),
      )
      .innerJoin('turns as turn', (join) =>
        join.onRef('turn.conversation_id', '=', 'survey.conversation_id').on(
          'turn.seq',
          '=',
          sql<number>`(
          select answering.seq from turns as answering
          where answering.conversation_id = survey.conversation_id
            and answering.decision_kind in ('answer', 'several')
            and answering.at <= ending.at
            and answering.at > coalesce((
              select max(earlier.at) from conversation_events as earlier
              where earlier.conversation_id = survey.conversation_id
                and earlier.kind = 'resolved' and earlier.number < ending.number
            ), 0)
          order by answering.seq desc limit 1
        )`,
        ),
      )
      .where('response.rating', '<=', LOW)
  )
}
