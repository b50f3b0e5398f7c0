import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { watchVersions } from '../../../../../bot/http/desk/watch-versions.ts'

describe('watching versions', () => {
  it('tells commits of other nodes from our own', async () => {
    const steps = fc.array(fc.constantFrom('here', 'elsewhere', 'look'), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(steps, async (happened) => {
        let version = 1
        let elsewhere = 0
        const watch = watchVersions({ versions: async () => [{ id: 'c', version, lastSeq: version }] })
        await watch.look(['c'])
        for (const step of happened) {
          if (step === 'look') {
            const [seen] = await watch.look(['c'])
            expect(seen).toEqual({ id: 'c', lastSeq: version, changedElsewhere: elsewhere > 0 })
            elsewhere = 0
            continue
          }
          version++
          if (step === 'here') watch.committedHere('c')
          else elsewhere++
        }
      }),
    )
  })
})
