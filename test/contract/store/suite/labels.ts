import { expect, test } from 'vitest'
import type { Deliberation, TurnLabel } from '../../../../domain/index.ts'
import { newDialogueState } from '../../../../domain/index.ts'
import type { Store } from '../../../../store/index.ts'
import { change, committed, conversation, DAY, message, START, turn } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

const MODEL = 'm1'

function weighed(probability: number, by: Deliberation['by'] = 'utility'): { deliberation: Deliberation } {
  return {
    deliberation: {
      before: newDialogueState(),
      belief: { needs: [{ need: 'refund', probability }], noneOfThem: 1 - probability },
      leading: { need: 'refund', probability },
      answerAbove: 0.75,
      by,
      alternatives: [{ kind: 'escalate', utility: 0.25 }],
    },
  }
}

/** One conversation for each id, with one turn of the same id. */
async function withTurns(
  store: Store,
  turns: { id: string; at?: number; by?: Deliberation['by']; modelId?: string }[],
): Promise<void> {
  for (const { id, at = START, by, modelId = MODEL } of turns) {
    const one = turn(id, { conversationId: id, at, modelId, ...weighed(0.9, by) })
    await committed(store, change(conversation({ id }), { messages: [message(`m-${id}`)], turn: one }))
  }
}

function label(conversationId: string, changes: Partial<TurnLabel> = {}): TurnLabel {
  return { conversationId, seq: 1, at: START, source: 'check', meant: { kind: 'need', need: 'refund' }, ...changes }
}

export function labelContract(emptyStore: EmptyStore): void {
  test('a turn is read back with what its decision rested on', async () => {
    const store = await emptyStore()
    await withTurns(store, [{ id: 'a' }])
    expect((await store.conversations.turns('a'))[0]?.deliberation).toEqual(weighed(0.9).deliberation)
  })

  test('labels come with their turns, oldest first, from a time on', async () => {
    const store = await emptyStore()
    await withTurns(store, [{ id: 'a' }, { id: 'b' }])
    const late = label('a', { at: START + 2, meant: { kind: 'none' }, by: 'kim' })
    const early = label('b', { at: START + 1, meant: { kind: 'unclear' } })
    await store.labels.put(late)
    await store.labels.put(early)
    const found = await store.labels.since(START + 1, 10)
    expect(found.map((one) => one.label)).toEqual([early, late])
    expect(found.map((one) => one.turn.id)).toEqual(['b', 'a'])
    expect(await store.labels.since(START + 2, 10)).toHaveLength(1)
    expect(await store.labels.since(0, 1)).toHaveLength(1)
  })

  test('a later label of the same source replaces the earlier one, and leaves those of others alone', async () => {
    const store = await emptyStore()
    await withTurns(store, [{ id: 'a' }])
    await store.labels.put(label('a'))
    await store.labels.put(label('a', { source: 'agent', by: 'kim' }))
    await store.labels.put(label('a', { at: START + 5, meant: { kind: 'none' } }))
    const labels = (await store.labels.since(0, 10)).map((one) => one.label)
    expect(labels).toEqual([
      label('a', { source: 'agent', by: 'kim' }),
      label('a', { at: START + 5, meant: { kind: 'none' } }),
    ])
  })

  test('a label is committed with the conversation that showed it', async () => {
    const store = await emptyStore()
    await withTurns(store, [{ id: 'a' }])
    const read = await store.conversations.get('a')
    const pick = label('a', { source: 'pick' })
    if (read) await committed(store, change(read, { messages: [message('m2')], labels: [pick] }))
    expect((await store.labels.since(0, 10)).map((one) => one.label)).toEqual([pick])
  })

  test('the random check draws weighed turns of the period and the model by id, each until it is checked', async () => {
    const store = await emptyStore()
    await withTurns(store, [
      { id: 'c' },
      { id: 'a', by: 'rule' },
      { id: 'b' },
      { id: 'd', at: START - DAY },
      { id: 'e', at: START + DAY },
      { id: '0', modelId: 'older' },
    ])
    const today = { from: START, to: START + DAY }
    const next = async (modelId = MODEL) => (await store.labels.nextToCheck(today, modelId))?.id
    expect(await next()).toBe('b')
    await store.labels.put(label('b', { source: 'pick' }))
    expect(await next()).toBe('b')
    await store.labels.put(label('b'))
    expect(await next()).toBe('c')
    await store.labels.put(label('c'))
    expect(await next()).toBeUndefined()
    expect(await next('older')).toBe('0')
  })

  test('the first check of a turn stands: a second one, also at the same time, changes nothing', async () => {
    const store = await emptyStore()
    await withTurns(store, [{ id: 'a' }])
    await store.labels.put(label('a', { source: 'agent' }))
    const kim = { ...label('a', { by: 'kim' }), source: 'check' } as const
    const lee = { ...label('a', { by: 'lee', meant: { kind: 'none' } }), source: 'check' } as const
    const first = await Promise.all([store.labels.putFirstCheck(kim), store.labels.putFirstCheck(lee)])
    expect(first.toSorted()).toEqual([false, true])
    const [check] = await store.labels.checks(MODEL, 0)
    expect(check?.label).toEqual(first[0] ? kim : lee)
  })

  test('checks are those of one model whose messages are young enough, oldest check first', async () => {
    const store = await emptyStore()
    await withTurns(store, [{ id: 'a' }, { id: 'b' }, { id: 'old', at: START - DAY }, { id: 'x', modelId: 'older' }])
    expect(await store.labels.countChecks(MODEL, START)).toEqual({ checks: 0, lastAt: null })
    await store.labels.put(label('a', { at: START + 2 }))
    await store.labels.put(label('b', { at: START + 1 }))
    await store.labels.put(label('b', { at: START + 1, source: 'agent' }))
    await store.labels.put(label('old', { at: START + 3 }))
    await store.labels.put(label('x', { at: START + 4 }))
    expect((await store.labels.checks(MODEL, START)).map(({ turn: { id } }) => id)).toEqual(['b', 'a'])
    expect(await store.labels.countChecks(MODEL, START)).toEqual({ checks: 2, lastAt: START + 2 })
    expect(await store.labels.countChecks(MODEL, START - DAY)).toEqual({ checks: 3, lastAt: START + 3 })
  })
}
