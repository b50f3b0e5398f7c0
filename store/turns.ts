import { CHANNELS, type Channel } from '../domain/index.ts'
import { turnOf } from './conversation-rows.ts'
import type { Database } from './database.ts'
import { labelOf } from './labels.ts'
import type { Period } from './period.ts'
import type { RecordedConversation, TurnStore } from './turn-store.ts'

/** Turns looked at per query, and conversations read whole per query: the caller's other work waits for no more. */
const TURNS_AT_ONCE = 200
const CONVERSATIONS_AT_ONCE = 20

export function turnStore({ db }: Database): TurnStore {
  /** The turns of one channel, newest first, read along the index of the reports. */
  async function* newest(
    channel: Channel,
    { from, to }: Period,
  ): AsyncGenerator<{ id: string; at: number; of: string }> {
    let last: { id: string; at: number } | undefined
    for (;;) {
      const query = db
        .selectFrom('turns')
        .select(['id', 'at', 'conversation_id as of'])
        .where('channel', '=', channel)
        .where('at', '>=', from)
      const rest = last
        ? query
            .where('at', '<=', last.at)
            .where(({ or, eb }) => or([eb('at', '<', last?.at ?? 0), eb('id', '<', last?.id ?? '')]))
        : query.where('at', '<', to)
      const page = await rest.orderBy('at', 'desc').orderBy('id', 'desc').limit(TURNS_AT_ONCE).execute()
      yield* page
      last = page.at(-1)
      if (page.length < TURNS_AT_ONCE) return
    }
  }

  async function whole(ids: string[], { from, to }: Period): Promise<RecordedConversation[]> {
    const heads = await db
      .selectFrom('conversations')
      .select(['id', 'channel', 'customer_id'])
      .where('id', 'in', ids)
      .execute()
    const turns = await db
      .selectFrom('turns')
      .leftJoin('messages as said', (join) =>
        join.onRef('said.conversation_id', '=', 'turns.conversation_id').onRef('said.seq', '=', 'turns.seq'),
      )
      .leftJoin('messages as before', (join) =>
        join
          .onRef('before.conversation_id', '=', 'turns.conversation_id')
          .on(({ eb }) => eb('before.seq', '=', eb('turns.seq', '-', 1))),
      )
      .selectAll('turns')
      .select(['said.text', 'said.language', 'before.language as language_before'])
      .where('turns.conversation_id', 'in', ids)
      .where('turns.at', '>=', from)
      .where('turns.at', '<', to)
      .orderBy('turns.conversation_id')
      .orderBy('turns.seq')
      .execute()
    const labels = await db.selectFrom('turn_labels').selectAll().where('conversation_id', 'in', ids).execute()

    const turnsOf = Map.groupBy(turns, (row) => row.conversation_id)
    const labelsOf = Map.groupBy(labels, (row) => `${row.seq} ${row.conversation_id}`)
    const headOf = new Map(heads.map((head) => [head.id, head]))
    return ids.flatMap((id) => {
      const head = headOf.get(id)
      if (!head) return []
      const recorded = (turnsOf.get(id) ?? []).map((row) => ({
        turn: turnOf(row),
        ...(row.text !== null && row.language !== null && { message: { text: row.text, language: row.language } }),
        ...(row.language_before !== null && { languageBefore: row.language_before }),
        labels: (labelsOf.get(`${row.seq} ${id}`) ?? []).map(labelOf),
      }))
      return [{ id, channel: head.channel, customerId: head.customer_id, turns: recorded }]
    })
  }

  return {
    async *recorded(period) {
      const met = new Set<string>()
      let next: string[] = []
      for await (const { of } of newestFirst(CHANNELS.map((channel) => newest(channel, period)))) {
        if (met.has(of)) continue
        met.add(of)
        next.push(of)
        if (next.length < CONVERSATIONS_AT_ONCE) continue
        yield* await whole(next, period)
        next = []
      }
      if (next.length > 0) yield* await whole(next, period)
    },
  }
}

/** Several streams, each newest first, as one. */
async function* newestFirst<T extends { at: number }>(streams: AsyncGenerator<T>[]): AsyncGenerator<T> {
  const heads = await Promise.all(streams.map(async (stream) => ({ stream, head: await stream.next() })))
  for (;;) {
    const [first] = heads
      .flatMap((each) => (each.head.done ? [] : [{ each, value: each.head.value }]))
      .sort((a, b) => b.value.at - a.value.at)
    if (!first) return
    yield first.value
    first.each.head = await first.each.stream.next()
  }
}
