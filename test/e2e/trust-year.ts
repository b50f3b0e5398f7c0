import { join } from 'node:path'
import { endOf, meanTrust, trustAlong } from '../../analytics/index.ts'
import { DEFAULT_PACK_DIR, loadPack } from '../../bot/knowledge/index.ts'
import { pastWeeks } from '../../bot/report/calendar-weeks.ts'
import { type CompanyPromise, DAY_MS, type TrustEvent, type Turn } from '../../domain/index.ts'
import { seededRandom } from '../../nlp/intent/random.ts'
import { openStore } from '../../store/index.ts'
import { change, conversation, promise, trustEvent, turn } from '../contract/store/sample.ts'

/** The law that the shop's customers follow. */
export const LAW = { rate: 0.02, threshold: 0.7 }

const CUSTOMERS_PER_WEEK = 60
const WEEK_MS = 7 * DAY_MS

/**
 * Weeks of a shop up to this one, straight into the store: in some of them the bot named its sources and the way to a
 * person more often, and customers trust it by the law above. The running week is left empty.
 * @param now epoch milliseconds
 */
export async function liveTrustYear(dataDir: string, weeks: number, now: number): Promise<void> {
  const store = await openStore(join(dataDir, 'candor.db'))
  const random = seededRandom(11)
  const pack = await loadPack(DEFAULT_PACK_DIR)
  let trust = 0.5
  let openness = 0.5
  const writing: Promise<unknown>[] = []
  for (const [week, { period }] of pastWeeks(weeks, now, pack.timeZone).entries()) {
    if (week % 6 === 0) openness = [0.35, 0.8, 0.2, 0.95][(week / 6) % 4] ?? 0.5
    // Certainty is always told and promises are always published: two of five parts stand at one.
    const index = (2 * openness + 1 + 1 + 0.8) / 5
    const path = trustAlong(trust, [{ days: 7, from: index, to: index }], LAW)
    const mean = meanTrust(path)
    trust = endOf(path, trust)
    for (let customer = 0; customer < CUSTOMERS_PER_WEEK; customer++) {
      const id = `week-${week}-${customer}`
      const customerId = `customer-${week}-${customer}`
      const at = period.from + Math.floor((0.2 + 0.6 * random()) * WEEK_MS)
      const share = [0, 0, 0, 0].filter(() => random() < mean).length / 4
      const events: TrustEvent[] = [
        trustEvent(`t-${id}`, {
          customerId,
          conversationId: id,
          at,
          gain: 2 * share,
          loss: 2 * (1 - share),
          scoreAfter: (2 + 2 * share) / 6,
        }),
      ]
      const { escalationId: _, ...made } = promise(`p-${id}`, { customerId, conversationId: id, madeAt: at })
      const dueAt = at + 3_600_000
      const kept: CompanyPromise = { ...made, dueAt, keptAt: customer % 5 === 0 ? dueAt + 1 : dueAt - 1 }
      const said: Turn = turn(`turn-${id}`, {
        conversationId: id,
        at,
        shown: { source: random() < openness, confidence: true, person: random() < openness },
      })
      const closed = conversation({ id, customerId, owner: 'closed', createdAt: at, updatedAt: at })
      writing.push(
        store.conversations.commit(
          change(closed, {
            customer: { id: customerId, language: 'en', createdAt: at },
            turn: said,
            trustEvents: events,
            ...(customer < 10 && { promises: [kept] }),
          }),
        ),
      )
    }
  }
  await Promise.all(writing)
  await store.close()
}
