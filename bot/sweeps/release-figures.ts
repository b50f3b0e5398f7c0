import { randomBytes } from 'node:crypto'
import { type Clock, MINUTE_MS } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import { makeRelease } from '../transparency/index.ts'
import type { Sweep } from './run-sweeps.ts'

/** Releases the public figures of each period once it has ended; of those that were missed, one at a beat. */
export function releaseFigures(
  store: Pick<Store, 'releases'>,
  settings: Policy['publicPage'],
  timeZone: () => string,
  clock: Clock,
): Sweep {
  return {
    name: 'release-figures',
    everyMs: MINUTE_MS,
    async run() {
      const released = await makeRelease({ store, settings, timeZone: timeZone(), clock }, randomBytes)
      return released ? 1 : 0
    },
  }
}
