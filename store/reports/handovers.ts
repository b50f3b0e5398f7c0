import { type Kysely, sql } from 'kysely'
import type { Channel, EscalationOutcome } from '../../domain/index.ts'
import { dropNulls } from '../drop-nulls.ts'
import type { Period } from '../period.ts'
import type { HandoverTimes } from '../report-store.ts'
import type { Schema } from '../schema.ts'
import { channelsOf } from './count.ts'

interface Row {
  queue: string
  steppedIn: 0 | 1
  queuedAt: number
  acceptedAt: number | null
  agentId: string | null
  firstReplyAt: number | null
  endedAt: number | null
  outcome: EscalationOutcome | null
  reopenedAt: number | null
}

/** The times of every escalation that began in the period, the earliest first. */
export async function handoverTimes(
  db: Kysely<Schema>,
  { from, to }: Period,
  channel: Channel | undefined,
): Promise<HandoverTimes[]> {
  const { rows } = await sql<Row>`
    select
      escalation.queue,
      case when exists (
        select 1 from conversation_events as stepping_in
        where stepping_in.conversation_id = escalation.conversation_id
          and stepping_in.kind = 'taken-over' and stepping_in.escalation_id = escalation.id
      ) then 1 else 0 end as "steppedIn",
      escalation.queued_at as "queuedAt",
      escalation.accepted_at as "acceptedAt",
      escalation.agent_id as "agentId",
      escalation.first_reply_at as "firstReplyAt",
      escalation.ended_at as "endedAt",
      escalation.outcome,
      case when escalation.outcome in ('resolved', 'unresolved') then (
        select reopening.at from conversation_events as reopening
        where reopening.conversation_id = escalation.conversation_id
          and reopening.kind = 'reopened' and reopening.number > (
            select max(ending.number) from conversation_events as ending
            where ending.conversation_id = escalation.conversation_id
              and ending.kind = 'resolved' and ending.escalation_id = escalation.id
          )
        order by reopening.number limit 1
      ) end as "reopenedAt"
    from escalations as escalation
    join conversations as conversation on conversation.id = escalation.conversation_id
    where escalation.queued_at >= ${from} and escalation.queued_at < ${to}
      and conversation.channel in (${sql.join(channelsOf(channel))})
    order by escalation.queued_at, escalation.id
  `.execute(db)
  return rows.map(({ steppedIn, ...row }) => ({ ...dropNulls(row), steppedIn: steppedIn === 1 }))
}
