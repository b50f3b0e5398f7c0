import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oneAtATime } from '../../../../bot/learning/one-at-a-time.ts'
import { fixedClock } from '../../../../domain/index.ts'
import { openStore, type Store } from '../../../../store/index.ts'

const MINUTE = 60_000

let store: Store
let clock: ReturnType<typeof fixedClock>
let ids = 0

beforeEach(async () => {
  store = await openStore(':memory:')
  clock = fixedClock(Date.UTC(2026, 10, 1))
})
afterEach(() => store.close())

const turn = <T>(work: (holds: () => Promise<boolean>) => Promise<T>) =>
  oneAtATime({ store, key: 'learning', clock, newId: () => `node-${++ids}` }, work)

describe('work that is done once at a time', () => {
  it('is done by one of many who want to, and by the next when that one is ready', async () => {
    let done = 0
    const work = async () => ++done
    let others = 0
    const { promise: bothAsked, resolve: open } = Promise.withResolvers<void>()
    const ask = async () => {
      const asked = await turn(async () => {
        await bothAsked
        return work()
      })
      others += 1
      if (others === 2) open()
      return asked
    }
    const turns = await Promise.all([ask(), ask(), ask()])
    expect(turns.filter(({ kind }) => kind === 'done')).toEqual([{ kind: 'done', result: 1 }])
    expect(turns).toContainEqual({ kind: 'taken', until: clock.now() + 15 * MINUTE })
    expect(await turn(work)).toEqual({ kind: 'done', result: 2 })
  })

  it('is free again when it failed', async () => {
    await expect(turn(() => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk')
    expect(await turn(async () => 'well')).toEqual({ kind: 'done', result: 'well' })
  })

  it('of one who does not come back is taken over, and he is told when he does', async () => {
    const told = await turn(async (holds) => {
      clock.advance(16 * MINUTE)
      expect(await turn(async (still) => still())).toEqual({ kind: 'done', result: true })
      return holds()
    })
    expect(told).toEqual({ kind: 'done', result: false })
  })

  it('is held on to by one who asks', async () => {
    await turn(async (holds) => {
      clock.advance(10 * MINUTE)
      expect(await holds()).toBe(true)
      clock.advance(10 * MINUTE)
      expect(await turn(async () => 'mine')).toMatchObject({ kind: 'taken' })
      expect(await holds()).toBe(true)
    })
  })
})
