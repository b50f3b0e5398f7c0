import { type Selectable, sql } from 'kysely'
import type { Decision, InformationGap } from '../domain/index.ts'
import type { Database } from './database.ts'
import { dropNulls } from './drop-nulls.ts'
import type { EndedEpisode, EpisodeStore } from './ended-episode.ts'
import type { ConversationEventTable, EscalationTable, ResponseTable } from './schema.ts'

interface Row extends Pick<Selectable<ConversationEventTable>, 'number' | 'channel' | 'by'> {
  conversationId: string
  endedAt: number
  previousEndAt: number | null
  rating: ResponseTable['rating'] | null
  resolved: ResponseTable['resolved']
  verdict: EscalationTable['outcome']
  reopenedAt: number | null
  decision: string | null
  gap: string | null
  agentWrote: 0 | 1
}

export function episodeStore({ db }: Database): EpisodeStore {
  return {
    async ended({ from, to }, limit, after) {
      // The kind is written out, not a parameter: only so does SQLite see that the partial index fits.
      const older = after ? sql`and (ending.at, ending.number) < (${after.endedAt}, ${after.number})` : sql``
      const { rows } = await sql<Row>`
        with page as materialized (
          select ending.* from conversation_events as ending
          where ending.kind = 'resolved' and ending.at >= ${from} and ending.at < ${to} ${older}
          order by ending.at desc, ending.number desc
          limit ${limit}
        ),
        episode as materialized (
          select page.*, previous.at as previous_at, (
            select turn.seq from turns as turn
            where turn.conversation_id = page.conversation_id
              and turn.at <= page.at and (previous.at is null or turn.at > previous.at)
            order by turn.seq desc limit 1
          ) as last_seq
          from page
          left join conversation_events as previous on previous.number = (
            select max(earlier.number) from conversation_events as earlier
            where earlier.conversation_id = page.conversation_id
              and earlier.kind = 'resolved' and earlier.number < page.number
          )
        )
        select
          episode.number, episode.channel, episode.by,
          episode.conversation_id as "conversationId",
          episode.at as "endedAt",
          episode.previous_at as "previousEndAt",
          response.rating, response.resolved,
          case when episode.by = 'agent' then handover.outcome end as verdict,
          (
            select reopening.at from conversation_events as reopening
            where reopening.conversation_id = episode.conversation_id
              and reopening.kind = 'reopened' and reopening.number > episode.number
            order by reopening.number limit 1
          ) as "reopenedAt",
          last.decision, last.gap,
          case when exists (
            select 1 from messages as message
            where message.conversation_id = episode.conversation_id and message.seq > episode.last_seq
              and message.author = 'agent' and message.at <= episode.at
          ) then 1 else 0 end as "agentWrote"
        from episode
        left join turns as last on last.conversation_id = episode.conversation_id and last.seq = episode.last_seq
        left join escalations as handover on handover.id = episode.escalation_id
        left join responses as response on response.survey_id = (
          select survey.id from surveys as survey
          where survey.channel = episode.channel and survey.sent_at = episode.at
            and survey.conversation_id = episode.conversation_id
          order by survey.id desc limit 1
        )
        order by episode.at desc, episode.number desc
      `.execute(db)
      return rows.map(episodeOf)
    },
  }
}

function episodeOf(row: Row): EndedEpisode {
  const { rating, resolved } = row
  const response = rating !== null && { response: { rating, ...(resolved !== null && { resolved: resolved === 1 }) } }
  const lastTurn = row.decision !== null &&
    row.gap !== null && {
      lastTurn: {
        decision: JSON.parse(row.decision) as Decision,
        gapReasons: (JSON.parse(row.gap) as InformationGap).reasons,
      },
    }
  return {
    ...dropNulls({
      conversationId: row.conversationId,
      channel: row.channel,
      number: row.number,
      endedAt: row.endedAt,
      // Every end is written with who ended it; one of a version that did not would be nobody's.
      endedBy: row.by ?? 'idle',
      previousEndAt: row.previousEndAt,
      verdict: row.verdict,
      reopenedAt: row.reopenedAt,
    }),
    ...response,
    ...lastTurn,
    agentWrote: row.agentWrote === 1,
  }
}
