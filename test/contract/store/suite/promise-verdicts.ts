import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PROMISE_VERDICTS, type PromiseVerdict } from '../../../../domain/index.ts'
import type { MarkerSums } from '../../../../store/index.ts'
import { change, committed, conversation, START } from '../sample.ts'
import type { EmptyStore } from './suite.ts'

function verdict(changes: Partial<PromiseVerdict> = {}): PromiseVerdict {
  return {
    conversationId: 'c1',
    seq: 1,
    position: 0,
    at: START,
    agentId: 'ben',
    language: 'en',
    marker: 'en-will.call',
    text: 'I will call you',
    verdict: 'accepted',
    ...changes,
  }
}

export function promiseVerdictContract(emptyStore: EmptyStore): void {
  describe('what agents said of promises that were heard', () => {
    test('is kept in the order of what was written, and the first answer stands', async () => {
      const store = await emptyStore()
      for (const id of ['c1', 'c2']) await committed(store, change(conversation({ id })))
      const later = verdict({ seq: 3, language: 'zh', marker: 'zh-after.answer', text: '有结果短信告知您' })
      const second = verdict({ position: 1, verdict: 'changed', at: START + 2 })
      const all = [later, second, verdict(), verdict({ conversationId: 'c2', verdict: 'refused' })]
      for (const one of all) expect(await store.promiseVerdicts.putFirst(one)).toBe(true)
      expect(await store.promiseVerdicts.putFirst(verdict({ verdict: 'refused', agentId: 'eve' }))).toBe(false)
      expect(await store.promiseVerdicts.ofConversation('c1')).toStrictEqual([verdict(), second, later])
      expect(await store.promiseVerdicts.ofConversation('unknown')).toEqual([])
    })

    test('is summed by rule since a time, as one who counts them sums it', async () => {
      const one = fc.record({
        at: fc.integer({ min: START, max: START + 9 }),
        marker: fc.constantFrom('en-will.call', 'en-get.send', 'zh-present.refund'),
        verdict: fc.constantFrom(...PROMISE_VERDICTS),
      })
      await fc.assert(
        fc.asyncProperty(
          fc.array(one, { maxLength: 12 }),
          fc.integer({ min: START, max: START + 10 }),
          async (given, from) => {
            const store = await emptyStore()
            await committed(store, change(conversation()))
            const all = given.map((each, i) =>
              verdict({ ...each, seq: i + 1, language: each.marker.startsWith('zh') ? 'zh' : 'en' }),
            )
            for (const each of all) await store.promiseVerdicts.putFirst(each)
            expect(await store.promiseVerdicts.sums(from)).toStrictEqual(counted(all, from))
            const [marker] = all.map((each) => each.marker)
            if (marker)
              expect(await store.promiseVerdicts.sums(from, marker)).toStrictEqual(
                counted(all, from).filter((sums) => sums.marker === marker),
              )
          },
        ),
        { numRuns: 12 },
      )
    })
  })
}

function counted(verdicts: readonly PromiseVerdict[], from: number): MarkerSums[] {
  const sums = new Map<string, MarkerSums>()
  for (const { at, marker, language, verdict: said } of verdicts) {
    if (at < from) continue
    const sum = sums.get(marker) ?? { language, marker, proposed: 0, taken: 0 }
    sums.set(marker, { ...sum, proposed: sum.proposed + 1, taken: sum.taken + (said === 'refused' ? 0 : 1) })
  }
  return [...sums.values()].sort((a, b) => (a.marker < b.marker ? -1 : 1))
}
