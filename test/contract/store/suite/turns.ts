import { expect, test } from 'vitest'
import type { Channel, TurnLabel } from '../../../../domain/index.ts'
import type { Period, RecordedConversation, Store } from '../../../../store/index.ts'
import { change, committed, conversation, DAY, labelled, MINUTE, message, START, turn } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

const EVER: Period = { from: 0, to: START + 1_000 * DAY }

async function all(store: Store, period = EVER): Promise<RecordedConversation[]> {
  const found: RecordedConversation[] = []
  for await (const each of store.turns.recorded(period)) found.push(each)
  return found
}

/** A conversation with a turn at each of the times given: customer and bot in turns, so that the turns have odd numbers. */
async function talk(store: Store, id: string, times: number[], channel: Channel = 'web'): Promise<void> {
  let read = conversation({ id, channel })
  for (const [i, at] of times.entries()) {
    const language = i === 0 ? ('en' as const) : ('zh' as const)
    const messages = [
      message(`${id}-${i}`, { at, language, text: `${id} says ${i}` }),
      message(`${id}-${i}-reply`, { from: 'bot', at, language }),
    ]
    const recorded = turn(`turn-${id}-${i}`, { conversationId: id, seq: 2 * i + 1, at })
    read = await committed(store, change(read, { messages, turn: recorded }))
  }
}

export function turnContract(emptyStore: EmptyStore): void {
  test('recorded conversations come whole, each once, the one with the newest turn first, over all channels', async () => {
    const store = await emptyStore()
    await talk(store, 'a', [START, START + 5 * MINUTE])
    await talk(store, 'b', [START + MINUTE, START + 3 * MINUTE], 'teams')
    await talk(store, 'c', [START + 4 * MINUTE], 'botframework')
    const found = await all(store)
    expect(found.map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    expect(found[0]).toMatchObject({ channel: 'web', customerId: 'anna' })
    expect(found[0]?.turns.map((each) => each.turn)).toEqual(
      [START, START + 5 * MINUTE].map((at, i) => turn(`turn-a-${i}`, { conversationId: 'a', seq: 2 * i + 1, at })),
    )
  })

  test('a recorded turn comes with its message and the language before it, and with its labels', async () => {
    const store = await emptyStore()
    await talk(store, 'a', [START, START + MINUTE])
    const label: TurnLabel = { conversationId: 'a', seq: 3, at: START, source: 'check', meant: { kind: 'none' } }
    await labelled(store, label, { ...label, source: 'pick', meant: { kind: 'need', need: 'refund' } })
    const [first, second] = (await all(store))[0]?.turns ?? []
    expect(first).toEqual({ turn: expect.anything(), message: { text: 'a says 0', language: 'en' }, labels: [] })
    expect(second).toMatchObject({ message: { text: 'a says 1', language: 'zh' }, languageBefore: 'en' })
    expect(second?.labels.map(({ source }) => source).sort()).toEqual(['check', 'pick'])
  })

  test('only the turns of the period are given, from its start to before its end', async () => {
    const store = await emptyStore()
    await talk(store, 'a', [START - 1, START, START + DAY - 1, START + DAY])
    await talk(store, 'b', [START - DAY])
    const found = await all(store, { from: START, to: START + DAY })
    expect(found.map(({ id }) => id)).toEqual(['a'])
    expect(found[0]?.turns.map(({ turn: { at } }) => at)).toEqual([START, START + DAY - 1])
  })

  test('none is lost or given twice where a page ends, even among turns of the same moment', async () => {
    const store = await emptyStore()
    const ids = Array.from({ length: 230 }, (_, i) => `c${String(i).padStart(4, '0')}`)
    // Of the same moment by the hundred: the first page, of two hundred turns, ends among them.
    for (const [i, id] of ids.entries()) await talk(store, id, [START + Math.floor(i / 110)])
    const found = await all(store)
    expect(found.map(({ id }) => id).sort()).toEqual(ids)
    const times = found.map(({ turns }) => turns[0]?.turn.at ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  test('reading may stop early', async () => {
    const store = await emptyStore()
    await talk(store, 'a', [START])
    await talk(store, 'b', [START + 1])
    for await (const { id } of store.turns.recorded(EVER)) {
      expect(id).toBe('b')
      break
    }
    expect(await all(store)).toHaveLength(2)
  })
}
