import { expect, test } from 'vitest'
import type { Deliberation, TurnLabel } from '../../../../domain/index.ts'
import { newDialogueState } from '../../../../domain/index.ts'
import type { Store } from '../../../../store/index.ts'
import { storedLabels } from '../../../support/stored-labels.ts'
import { change, committed, conversation, DAY, labelled, message, START, turn } from '../sample.ts'
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

  test('labels are committed with the conversation that showed them', async () => {
    const store = await emptyStore()
    await withTurns(store, [{ id: 'a' }])
    const pick = label('a', { source: 'pick' })
    const outcome = label('a', { at: START + 2, source: 'agent', meant: { kind: 'unclear' }, by: 'kim' })
    await labelled(store, pick, outcome)
    expect(await storedLabels(store)).toEqual([pick, outcome])
  })

  test('a later label of the same source replaces the earlier one, and leaves those of others alone', async () => {
    const store = await emptyStore()
    await withTurns(store, [{ id: 'a' }])
    await labelled(store, label('a', { source: 'pick' }))
    await labelled(store, label('a', { source: 'agent', by: 'kim' }))
    await labelled(store, label('a', { source: 'pick', at: START + 5, meant: { kind: 'none' } }))
    expect(await storedLabels(store)).toEqual([
      label('a', { source: 'agent', by: 'kim' }),
      label('a', { source: 'pick', at: START + 5, meant: { kind: 'none' } }),
    ])
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
    await labelled(store, label('b', { source: 'pick' }))
    expect(await next()).toBe('b')
    await labelled(store, label('b'))
    expect(await next()).toBe('c')
    await labelled(store, label('c'))
    expect(await next()).toBeUndefined()
    expect(await next('older')).toBe('0')
  })

  test('the first check of a turn stands: a second one, also at the same time, changes nothing', async () => {
    const store = await emptyStore()
    await withTurns(store, [{ id: 'a' }])
    await labelled(store, label('a', { source: 'agent' }))
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
    await labelled(store, label('a', { at: START + 2 }))
    await labelled(store, label('b', { at: START + 1 }))
    await labelled(store, label('b', { at: START + 1, source: 'agent' }))
    await labelled(store, label('old', { at: START + 3 }))
    await labelled(store, label('x', { at: START + 4 }))
    expect((await store.labels.checks(MODEL, START)).map(({ turn: { id } }) => id)).toEqual(['b', 'a'])
    expect(await store.labels.countChecks(MODEL, START)).toEqual({ checks: 2, lastAt: START + 2 })
    expect(await store.labels.countChecks(MODEL, START - DAY)).toEqual({ checks: 3, lastAt: START + 3 })
  })
}
