import { describe, expect, it } from 'vitest'
import { type GroupedMessage, groupInWorker } from '../../../../bot/report/group-in-worker.ts'

const MINUTE = 60_000
const messages: GroupedMessage[] = [
  'Do you engrave rings?',
  'Can you engrave my ring?',
  'I want a ring with an engraving',
  'How much is it to engrave a ring?',
  'engrave a ring please',
  'Is engraving rings something you do?',
].map((text, i) => ({ id: `m${i}`, text, language: 'en' }))

describe('grouping messages', () => {
  it('leaves the thread free that answers customers, and gives whoever asks at once the same groups', async () => {
    const group = groupInWorker({ now: () => 0 })
    let ticks = 0
    const timer = setInterval(() => ticks++, 5)
    const [first, again] = await Promise.all([group(messages), group([...messages].reverse())])
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(0)
    expect(again).toBe(first)
    expect(first.flatMap(({ ids }) => ids).every((id) => id.startsWith('m'))).toBe(true)
  })

  it('is done anew after ten minutes, and for other messages', async () => {
    let now = 0
    const group = groupInWorker({ now: () => now })
    const first = await group(messages)
    expect(await group(messages.slice(1))).not.toBe(first)
    now = 9 * MINUTE
    expect(await group(messages)).toBe(first)
    now = 10 * MINUTE
    expect(await group(messages)).not.toBe(first)
  })

  it('of nothing is nothing', async () => {
    expect(await groupInWorker({ now: () => 0 })([])).toEqual([])
  })
})
