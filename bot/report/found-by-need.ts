import type { NeedInPeriod, Prices } from '../../analytics/index.ts'
import type { Channel, Need } from '../../domain/index.ts'
import type {
  AnswerGapSums,
  GapReportStore,
  NeedGapSums,
  NeedHandovers,
  NeedVerdicts,
  Period,
} from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import { isForPeople } from '../turn/need-roles.ts'

/** All that the store counted about one need. */
export interface FoundByNeed {
  need: string
  sums: NeedGapSums
  handovers: NeedHandovers
  verdicts: NeedVerdicts
}

/** Every need that a turn, a handover or a survey of the period was about. */
export async function foundByNeed(
  store: GapReportStore,
  period: Period,
  channel?: Channel,
): Promise<{ byNeed: FoundByNeed[]; withoutNeed: { handovers: number; dissatisfied: number } }> {
  const [sums, handovers, verdicts] = await Promise.all([
    store.byNeed(period, channel),
    store.handovers(period, channel),
    store.verdicts(period, channel),
  ])
  const names = new Set([...sums, ...handovers, ...verdicts].flatMap(({ need }) => need ?? []))
  const found = (need: string | undefined) => ({
    sums: sums.find((one) => one.need === need) ?? NO_TURNS,
    handovers: handovers.find((one) => one.need === need) ?? { count: 0, reasons: [] },
    verdicts: verdicts.find((one) => one.need === need) ?? { responses: 0, dissatisfied: 0 },
  })
  const rest = found(undefined)
  return {
    byNeed: [...names].map((need) => ({ need, ...found(need) })),
    withoutNeed: { handovers: rest.handovers.count, dissatisfied: rest.verdicts.dissatisfied },
  }
}

const NO_TURNS: NeedGapSums = {
  turns: 0,
  conversations: 0,
  gapSum: 0,
  large: 0,
  understandingSum: 0,
  detailSum: 0,
  answerSum: 0,
  largeLedBy: { understanding: 0, detail: 0, answer: 0 },
  clarifications: 0,
  unmet: 0,
}

/** What the ranking asks of a need. @param known as the pack has it, if it has it still */
export function needInPeriod(
  { need, sums, handovers, verdicts }: FoundByNeed,
  answers: readonly AnswerGapSums[],
  known: Need | undefined,
  { decide }: Pick<Policy, 'decide'>,
  prices: Prices,
): NeedInPeriod {
  const answer = answers.find((one) => one.need === need)
  return {
    need,
    prices,
    turns: sums.turns,
    unmet: sums.unmet,
    dissatisfied: verdicts.dissatisfied,
    handovers: handovers.count,
    requiredPerson: handovers.reasons.find(({ reason }) => reason === 'need-requires-person')?.count ?? 0,
    toPersonByPolicy: known !== undefined && isForPeople(known, decide),
    draft: known?.answer.draft ?? false,
    followed: answer?.followed ?? 0,
    missed: answer?.missed ?? 0,
    large: sums.large,
    largeLedByDetail: sums.largeLedBy.detail,
  }
}
