import type { Kysely } from 'kysely'
import type { Channel, Decision } from '../../domain/index.ts'
import type { UncoveredMessage } from '../gap-report.ts'
import type { Period } from '../period.ts'
import type { Schema } from '../schema.ts'
import { channelsOf } from './count.ts'
import { countedNeed, dissatisfiedWithoutNeed, wasNotPassedOn } from './gap-outcomes.ts'

/** The three ways in which a message can turn out to be about none of the needs, each found by an index of its own. */
export async function uncoveredMessages(
  db: Kysely<Schema>,
  period: Period,
  limit: number,
  channel?: Channel,
): Promise<UncoveredMessage[]> {
  const { from, to } = period
  const believed = db
    .selectFrom('turns as believed')
    .select(['believed.conversation_id', 'believed.seq'])
    .where('believed.channel', 'in', channelsOf(channel))
    .where('believed.at', '>=', from)
    .where('believed.at', '<', to)
    .where('believed.uncovered', '=', 1)
  const handedOver = db
    .selectFrom('escalations as queued')
    .innerJoin('escalation_reasons as given', 'given.escalation_id', 'queued.id')
    .select(['queued.conversation_id', 'queued.seq'])
    .where('queued.queued_at', '>=', from)
    .where('queued.queued_at', '<', to)
    .where('queued.seq', 'is not', null)
    .where('given.reason', '=', 'out-of-scope')
    .$narrowType<{ seq: number }>()
  const labelled = db
    .selectFrom('turn_labels as label')
    .select(['label.conversation_id', 'label.seq'])
    // Nothing is labelled before it was said.
    .where('label.at', '>=', from)
    .where('label.meant', '=', 'none')
  const rows = await db
    .selectFrom(believed.union(handedOver).union(labelled).as('found'))
    .innerJoin('turns as turn', (join) =>
      join.onRef('turn.conversation_id', '=', 'found.conversation_id').onRef('turn.seq', '=', 'found.seq'),
    )
    .innerJoin('messages as message', (join) =>
      join.onRef('message.conversation_id', '=', 'found.conversation_id').onRef('message.seq', '=', 'found.seq'),
    )
    .innerJoin('conversations as conversation', 'conversation.id', 'found.conversation_id')
    .select(({ exists, selectFrom, ref }) => [
      'message.id',
      'turn.conversation_id as conversationId',
      'conversation.customer_id as customerId',
      'turn.seq',
      'turn.at',
      'message.language',
      'message.text',
      'turn.gap_value as gap',
      exists(
        selectFrom('escalations as led')
          .select('led.id')
          .where('led.conversation_id', '=', ref('turn.conversation_id'))
          .where('led.seq', '=', ref('turn.seq'))
          .where(wasNotPassedOn('led'))
          .where(countedNeed('led'), 'is', null),
      ).as('handedOver'),
    ])
    .where('turn.channel', 'in', channelsOf(channel))
    .where('turn.at', '>=', from)
    .where('turn.at', '<', to)
    .where(({ not, exists, selectFrom, ref }) =>
      not(
        exists(
          selectFrom('turn_labels as known')
            .select('known.source')
            .where('known.conversation_id', '=', ref('turn.conversation_id'))
            .where('known.seq', '=', ref('turn.seq'))
            .where('known.meant', '=', 'need'),
        ),
      ),
    )
    .orderBy('turn.at', 'desc')
    .orderBy('turn.conversation_id')
    .orderBy('turn.seq', 'desc')
    .limit(limit)
    .execute()
  const unhappy = await dissatisfiedWithoutNeed(db, period, channel).distinct().execute()
  const conversations = new Set(unhappy.map((row) => row.conversation_id))
  return rows.map((row) => ({
    ...row,
    // 1 in SQLite, true in PostgreSQL.
    handedOver: Boolean(row.handedOver),
    dissatisfied: conversations.has(row.conversationId),
  }))
}

export async function offeredLists(
  db: Kysely<Schema>,
  { from, to }: Period,
  limit: number,
  channel?: Channel,
): Promise<string[][]> {
  const rows = await db
    .selectFrom('turns')
    .select('decision')
    .where('channel', 'in', channelsOf(channel))
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('decision_kind', '=', 'clarify')
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ decision }) => {
    const made = JSON.parse(decision) as Decision
    return made.kind === 'clarify' ? [made.candidates] : []
  })
}
