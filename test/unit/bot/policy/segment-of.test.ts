import { describe, expect, it } from 'vitest'
import { segmentOf } from '../../../../bot/policy/index.ts'

const segments = [
  { name: 'fragile', trustBelow: 0.4 },
  { name: 'teams', channel: 'teams' as const },
  { name: 'loyal-zh', language: 'zh' as const, trustAbove: 0.8 },
]
const customer = { channel: 'web', language: 'en', trust: 0.5 } as const

describe('the segment of a customer', () => {
  it('is the first that fits', () => {
    expect(segmentOf({ segments }, { ...customer, trust: 0.3, channel: 'teams' })).toBe('fragile')
    expect(segmentOf({ segments }, { ...customer, channel: 'teams' })).toBe('teams')
  })

  it('asks for every condition', () => {
    expect(segmentOf({ segments }, { ...customer, language: 'zh', trust: 0.9 })).toBe('loyal-zh')
    expect(segmentOf({ segments }, { ...customer, language: 'zh' })).toBeUndefined()
    expect(segmentOf({ segments }, { ...customer, trust: 0.9 })).toBeUndefined()
  })

  it('is none without segments', () => {
    expect(segmentOf({ segments: [] }, customer)).toBeUndefined()
  })
})
