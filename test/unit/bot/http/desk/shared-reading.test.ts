import { describe, expect, it } from 'vitest'
import { sharedReading } from '../../../../../bot/http/desk/shared-reading.ts'

/** A reading that ends when it is told to, and a watch that stands still until it is moved. */
function reading(everyMs: number) {
  let now = 0
  let begun = 0
  const ends: (() => void)[] = []
  const shared = sharedReading(
    () => {
      const number = ++begun
      return new Promise<number>((resolve) => ends.push(() => resolve(number)))
    },
    everyMs,
    () => now,
  )
  return {
    shared,
    begun: () => begun,
    pass: (ms: number) => {
      now += ms
    },
    end: () => {
      for (const end of ends.splice(0)) end()
    },
  }
}

describe('a shared reading', () => {
  it('is one for everybody who asks while it is young', async () => {
    const { shared, begun, end } = reading(50)
    const asked = Promise.all([shared.get(), shared.get(), shared.get()])
    await expect.poll(begun).toBe(1)
    end()
    expect(await asked).toEqual([1, 1, 1])
    expect(await shared.get()).toBe(1)
  })

  it('is begun anew for who asks after a change, even when the change came while it was under way', async () => {
    const { shared, begun, pass, end } = reading(50)
    const before = shared.get()
    await expect.poll(begun).toBe(1)
    shared.outdate()
    const after = shared.get()
    pass(50)
    end()
    expect(await before).toBe(1)
    await expect.poll(begun).toBe(2)
    end()
    expect(await after).toBe(2)
  })

  it('is begun anew when it has become old', async () => {
    const { shared, begun, pass, end } = reading(50)
    const first = shared.get()
    await expect.poll(begun).toBe(1)
    end()
    await first
    pass(50)
    const second = shared.get()
    await expect.poll(begun).toBe(2)
    end()
    expect(await second).toBe(2)
  })

  it('that failed is not kept', async () => {
    let fails = true
    const shared = sharedReading(async () => {
      if (fails) throw new TypeError('the store is away')
      return 'there'
    }, 1)
    await expect(shared.get()).rejects.toThrow('away')
    fails = false
    expect(await shared.get()).toBe('there')
  })
})
