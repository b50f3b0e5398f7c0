import {
  GAP_DEFINITIONS,
  type LargestGap,
  largestGaps,
  lossesOfMessages,
  METRICS,
  rate,
} from '../../analytics/index.ts'
import { bothLanguages, type KnowledgePack, type Need } from '../../domain/index.ts'
import { redact } from '../../nlp/index.ts'
import type { GapSums, Store, UncoveredMessage } from '../../store/index.ts'
import type * as api from '../http/api.ts'
import type { Policy } from '../policy/index.ts'
import { isTopic } from '../turn/need-roles.ts'
import { periodOf, type ReportQuery, weeksBetween } from './days.ts'
import { type FoundByNeed, foundByNeed, needInPeriod } from './found-by-need.ts'
import type { GroupMessages } from './group-in-worker.ts'
import { pricesOf } from './prices-of.ts'
import { uncoveredGroups } from './uncovered-groups.ts'

/** Lists that are looked at one by one: the newest of them. */
const LOOKED_AT = 5_000
const LARGEST = 10
/** What costs less than this of everything is not worth a line in that list. */
const LEAST_SHARE = 0.01
const EXAMPLES = 3

type GapPolicy = Pick<Policy, 'decide' | 'stakes'>

/** Where the gap is, by need, by answer and by week, and what it costs: over sums that the store made. */
export async function buildGapReport(
  store: Store,
  pack: Pick<KnowledgePack, 'timeZone' | 'needs'>,
  policy: GapPolicy,
  group: GroupMessages,
  { from, to, channel }: ReportQuery,
): Promise<api.GapReport> {
  const whole = periodOf(from, to, pack.timeZone)
  const weeks = weeksBetween(from, to, pack.timeZone)
  const { gapReport } = store
  const [sums, conversations, { byNeed, withoutNeed }, answers, lists, uncovered] = await Promise.all([
    gapReport.sums(
      weeks.map(({ period }) => period),
      channel,
    ),
    gapReport.conversations(whole, channel),
    foundByNeed(gapReport, whole, channel),
    gapReport.byAnswer(whole, channel),
    gapReport.lists(whole, LOOKED_AT, channel),
    uncoveredGroups(gapReport, policy, group, whole, channel),
  ])
  // The weeks are cut to the range and leave no gap.
  const total = added(sums)
  const needs = new Map(pack.needs.map((need) => [need.name, need]))
  const titles = titlesOf(needs)
  // Of small talk and calls for a person there is nothing to close. What the pack has no more is shown by its name.
  const topics = byNeed.filter(({ need }) => !needs.has(need) || isTopic(needs.get(need)))
  const prices = (need?: string) => pricesOf(policy, need)
  const largest = largestGaps(
    topics.map((one) => needInPeriod(one, answers, needs.get(one.need), policy, prices(one.need))),
    uncovered.groups,
    { lists, uncovered: uncovered.messages.length, uncoveredPrices: prices() },
  )
  const messages = new Map(uncovered.messages.map((message) => [message.id, message]))
  const placed = lossesOfMessages(uncovered.messages, 0)
  return {
    from,
    to,
    timeZone: pack.timeZone,
    channel: channel ?? null,
    total: {
      ...figures(total),
      conversations,
      notKept: total.turns - total.partsKnown,
      large: rate(total.large, total.turns),
    },
    largest: largest
      .filter(({ share }) => share >= LEAST_SHARE)
      .slice(0, LARGEST)
      .map((gap) => shown(gap, titles, messages)),
    weeks: weeks.map(({ week, monday, days: inRange }, i) => ({
      week,
      monday,
      days: inRange,
      ...figures(sums[i] as GapSums),
    })),
    needs: topics.map((one) => needRow(one, titles)).sort(byTurns),
    answers: answers
      .map((sum) => ({
        need: sum.need,
        title: titles(sum.need),
        draft: needs.get(sum.need)?.answer.draft ?? false,
        answers: sum.answers,
        gapAfter: sum.followed > 0 ? sum.gapSum / sum.followed : null,
        missed: rate(sum.missed, sum.followed),
        refused: sum.refused,
        repeated: sum.repeated,
      }))
      .sort((a, b) => b.answers - a.answers || (a.need < b.need ? -1 : 1)),
    uncovered: {
      messages: uncovered.messages.length,
      grouped: uncovered.groups.reduce((sum, { ids }) => sum + ids.length, 0),
      newestOnly: uncovered.newestOnly,
    },
    // What the uncovered messages lost is part of what was lost without a need.
    unplaced: {
      handovers: Math.max(0, withoutNeed.handovers - placed.handovers),
      dissatisfied: Math.max(0, withoutNeed.dissatisfied - placed.dissatisfied),
    },
    prices: prices(),
    definitions: { ...GAP_DEFINITIONS, gap: METRICS.gap.definition },
  }
}

type Titles = (need: string) => Record<api.Language, string>

function titlesOf(needs: ReadonlyMap<string, Need>): Titles {
  return (name) => bothLanguages(needs.get(name)?.title ?? { en: name })
}

function added(all: readonly GapSums[]): GapSums {
  const sum = (key: keyof GapSums) => all.reduce((total, one) => total + one[key], 0)
  return {
    turns: sum('turns'),
    gapSum: sum('gapSum'),
    large: sum('large'),
    partsKnown: sum('partsKnown'),
    understandingSum: sum('understandingSum'),
    detailSum: sum('detailSum'),
    answerSum: sum('answerSum'),
  }
}

function figures(sums: GapSums): api.GapFigures {
  const { turns, partsKnown: n } = sums
  const mean = (sum: number, of: number) => (of > 0 ? sum / of : null)
  return {
    turns,
    gap: mean(sums.gapSum, turns),
    parts: {
      understanding: mean(sums.understandingSum, n),
      detail: mean(sums.detailSum, n),
      answer: mean(sums.answerSum, n),
    },
  }
}

function needRow({ need, sums, handovers, verdicts }: FoundByNeed, titles: Titles): api.NeedGap {
  return {
    need,
    title: titles(need),
    ...figures({ ...sums, partsKnown: sums.turns }),
    conversations: sums.conversations,
    large: rate(sums.large, sums.turns),
    clarifications: sums.clarifications,
    handovers: handovers.count,
    dissatisfied: rate(verdicts.dissatisfied, verdicts.responses),
  }
}

function byTurns(a: api.NeedGap, b: api.NeedGap): number {
  return b.turns - a.turns || (a.need < b.need ? -1 : 1)
}

function shown(
  { about, remedies, ...gap }: LargestGap,
  titles: Titles,
  messages: ReadonlyMap<string, UncoveredMessage>,
): api.LargestGap {
  return {
    ...gap,
    about:
      about.kind === 'need'
        ? { ...about, title: titles(about.need) }
        : {
            kind: 'cluster',
            name: about.name,
            language: about.language,
            examples: examplesOf(about.ids, messages),
          },
    remedies: remedies.map((remedy) =>
      remedy.kind === 'confusable-needs' ? { ...remedy, otherTitle: titles(remedy.other) } : remedy,
    ),
  }
}

/** The most typical messages, each text once, without what could tell who wrote them. */
function examplesOf(ids: readonly string[], messages: ReadonlyMap<string, UncoveredMessage>): string[] {
  const examples = new Set<string>()
  // One by one: to look for names in thousands of messages takes seconds.
  for (const id of ids) {
    const message = messages.get(id)
    if (message) examples.add(redact(message.text, message.language))
    if (examples.size === EXAMPLES) break
  }
  return [...examples]
}
