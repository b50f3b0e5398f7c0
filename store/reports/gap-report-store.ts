import type { Database } from '../database.ts'
import type { GapReportStore } from '../gap-report.ts'
import { conversationsWithTurns, gapByAnswer, gapByNeed, gapSums } from './gap-of-turns.ts'
import { botRatings, handoversByNeed, verdictsByNeed } from './gap-outcomes.ts'
import { offeredLists, uncoveredMessages } from './uncovered.ts'

export function gapReportStore({ db }: Database): GapReportStore {
  return {
    sums: (periods, channel) => gapSums(db, periods, channel),
    conversations: (period, channel) => conversationsWithTurns(db, period, channel),
    byNeed: (period, channel) => gapByNeed(db, period, channel),
    byAnswer: (period, channel) => gapByAnswer(db, period, channel),
    handovers: (period, channel) => handoversByNeed(db, period, channel),
    verdicts: (period, channel) => verdictsByNeed(db, period, channel),
    botRatings: (period, need) => botRatings(db, period, need),
    lists: (period, limit, channel) => offeredLists(db, period, limit, channel),
    uncovered: (period, limit, channel) => uncoveredMessages(db, period, limit, channel),
  }
}
