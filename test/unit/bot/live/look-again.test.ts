import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAgain } from '../../../../bot/live/index.ts'

async function turns(count: number): Promise<void> {
  for (let passed = 0; passed < count; passed++) await turn()
}

describe('looking again', () => {
  it('takes up everything that was hinted at, one thing at a time, whenever the hints come', async () => {
    const hint = fc.record({ things: fc.nat(3), after: fc.nat(3) })
    await fc.assert(
      fc.asyncProperty(fc.array(hint, { maxLength: 12 }), fc.nat(3), async (hints, stepTurns) => {
        let pending = 0
        let working = 0
        let done = 0
        const look = lookAgain(
          async () => {
            expect(++working).toBe(1)
            const seen = pending
            await turns(stepTurns)
            working--
            if (seen === 0) return false
            pending--
            done++
            return pending > 0
          },
          (error) => expect(error).toBeUndefined(),
        )
        for (const { things, after } of hints) {
          await turns(after)
          pending += things
          look()
        }
        await turns((pending + 2) * (stepTurns + 1) * 2)
        expect(done).toBe(hints.reduce((sum, { things }) => sum + things, 0))
      }),
    )
  })

  it('tells of a failure and goes on with the next hint', async () => {
    const failures: unknown[] = []
    let broken = true
    let done = 0
    const look = lookAgain(
      async () => {
        if (broken) throw new TypeError('the store is away')
        done++
        return false
      },
      (error) => failures.push(error),
    )
    look()
    await turn()
    broken = false
    look()
    await turn()
    expect(failures).toEqual([new TypeError('the store is away')])
    expect(done).toBe(1)
  })
})
