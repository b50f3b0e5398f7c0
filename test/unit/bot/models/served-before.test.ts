import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packThen, servedBefore } from '../../../../bot/models/index.ts'
import type { ModelService, ServiceReason } from '../../../../store/index.ts'

/** As the store lists them: the latest first. */
function history(...steps: [modelId: string | undefined, reason: ServiceReason][]): ModelService[] {
  return steps
    .map(([modelId, reason], from) => ({ ...(modelId !== undefined && { modelId }), from, reason, by: 'system' }))
    .toReversed()
}

describe('the model to go back to', () => {
  it('is the one before, and after going back the one before that', () => {
    const three = [
      ['a', 'pack'],
      ['b', 'gate'],
      ['c', 'gate'],
    ] as const
    expect(servedBefore(history(...three.map(([id, reason]) => [id, reason] as [string, ServiceReason])))).toEqual({
      modelId: 'b',
    })
    expect(servedBefore(history(['a', 'pack'], ['b', 'gate'], ['c', 'gate'], ['b', 'guard']))).toEqual({ modelId: 'a' })
    expect(
      servedBefore(history(['a', 'pack'], ['b', 'gate'], ['c', 'gate'], ['b', 'guard'], ['a', 'rolled-back'])),
    ).toBeUndefined()
  })

  it('is what served before a model that was chosen, also where that had been left', () => {
    expect(servedBefore(history(['a', 'pack'], ['b', 'gate'], ['a', 'guard'], ['b', 'chosen']))).toEqual({
      modelId: 'a',
    })
  })

  it('is the one that every installation has behind the first that was learnt, where there is one', () => {
    expect(servedBefore([])).toBeUndefined()
    expect(servedBefore(history(['g', 'gate']))).toBeUndefined()
    expect(servedBefore(history(['g', 'gate']), {})).toEqual({})
    expect(servedBefore(history(['g', 'gate'], [undefined, 'guard']), {})).toBeUndefined()
  })

  it('comes to an end, however often one goes back', () => {
    const ids = ['a', 'b', 'c', 'd']
    const reasons = fc.constantFrom<ServiceReason>('pack', 'gate', 'chosen')
    const step = fc.tuple(fc.constantFrom(...ids), reasons)
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        let services = history(...steps.filter(([id], i) => id !== steps[i - 1]?.[0]))
        for (let i = 0; i <= steps.length; i++) {
          const before = servedBefore(services)
          if (!before) return true
          services = [{ ...before, from: 0, reason: 'rolled-back', by: 'ann' }, ...services]
        }
        return false
      }),
    )
  })
})

describe('what the pack taught when the model was promoted', () => {
  it('is told by the latest that was made of a pack, not by the older one that was gone back to', () => {
    const models = [
      { id: 'a', dataHash: 'v1' },
      { id: 'b', dataHash: 'v2' },
    ]
    expect(packThen(history(['a', 'pack'], ['b', 'gate'], ['a', 'guard']), models)).toBe('v2')
    expect(packThen(history(['a', 'pack']), models)).toBe('v1')
    expect(packThen([], models)).toBeUndefined()
  })
})
