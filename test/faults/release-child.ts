/** Releases the periods that were missed, one after the other, until it is killed; tells each beat. Started by a test. */
import { randomBytes } from 'node:crypto'
import { makeRelease } from '../../bot/transparency/index.ts'
import { fixedClock } from '../../domain/index.ts'
import { openStore } from '../../store/index.ts'

const [path = '', now = ''] = process.argv.slice(2)
const store = await openStore(path)
const settings = { releaseEvery: 'week', epsilonPerQuarter: 1, rowsPerCustomer: 1 } as const
for (;;) {
  const isMade = await makeRelease({ store, settings, timeZone: 'UTC', clock: fixedClock(Number(now)) }, randomBytes)
  process.stdout.write(`${isMade}\n`)
  if (!isMade) break
}
// Lives on until it is killed, as a server does.
setInterval(() => undefined, 60_000)
