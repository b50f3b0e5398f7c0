import { Command } from 'commander'
import { epsilonOf, microsOf, type PublishedShare, partOf } from '../../../analytics/index.ts'
import { type PublicFigures, publicFigures } from '../../../bot/transparency/public-figures.ts'
import { seededRandom } from '../../../nlp/intent/random.ts'
import type { PublicCounts } from '../../../store/index.ts'
import { seededBytes } from '../../support/seeded-bytes.ts'
import { markdown } from '../nlu/table.ts'
import { drawShare } from './draw-share.ts'

const SEED = 20_261_122
const PER_WEEK = [100, 300, 1_000, 10_000]
/** How many weeks a period has, and how many periods a quarter. */
const RHYTHMS = {
  week: { weeks: 1, inQuarter: 13 },
  month: { weeks: 13 / 3, inQuarter: 3 },
  quarter: { weeks: 13, inQuarter: 1 },
}
type Rhythm = keyof typeof RHYTHMS

/** The shop: of its conversations so many end with a person, are promised something, or are rated; and how they turn out. */
const SHOP = { person: 0.35, promised: 0.3, rated: 0.3, kept: 0.93, botSatisfied: 0.75, personSatisfied: 0.85 }
const WAITS = { within1: 0.15, within5: 0.42, within15: 0.31, within60: 0.1, later: 0.02 }

const TRUE: Record<string, number> = {
  'promises kept in time': SHOP.kept,
  'ended without a person': 1 - SHOP.person,
  'content with the bot': SHOP.botSatisfied,
  'content with people': SHOP.personSatisfied,
  'answered within 5 minutes': WAITS.within1 + WAITS.within5,
}

interface Row {
  every: Rhythm
  perWeek: number
  figure: string
  /** Share of releases in which it was shown as a share, or as more or less than one. */
  shown: number
  /** Of those shown as a share: mean distance from the truth, and mean half width of the interval, in points of percent. */
  error: number | null
  halfWidth: number | null
  /** Share of releases in which it was shown with an interval that does not hold the truth. */
  missed: number
}

export function transparencyBenchCommand(): Command {
  return new Command('transparency')
    .description('how exact the public figures are in simulated shops, by rhythm and size')
    .option('--epsilon <number>', 'epsilon of a quarter', '1')
    .option('--releases <number>', 'releases simulated for each', '400')
    .option('--json', 'print one JSON object as the last line')
    .action(({ epsilon, releases, json }: { epsilon: string; releases: string; json?: true }) => {
      const rows = (Object.keys(RHYTHMS) as Rhythm[]).flatMap((every) =>
        PER_WEEK.flatMap((perWeek) => measure(every, perWeek, Number(epsilon), Number(releases))),
      )
      console.log(
        markdown(
          ['released each', 'conversations a week', 'figure', 'shown', 'error', 'half width', 'shown, and missed'],
          rows.map(({ every, perWeek, figure, shown, error, halfWidth, missed }) => [
            every,
            perWeek.toLocaleString('en'),
            figure,
            `${(100 * shown).toFixed(0)} %`,
            points(error),
            points(halfWidth),
            `${(100 * missed).toFixed(1)} %`,
          ]),
        ),
      )
      if (json) console.log(JSON.stringify({ epsilonPerQuarter: Number(epsilon), releases: Number(releases), rows }))
    })
}

function measure(every: Rhythm, perWeek: number, epsilonPerQuarter: number, releases: number): Row[] {
  const { weeks, inQuarter } = RHYTHMS[every]
  const noise = { rowsPerCustomer: 1, epsilonMicros: partOf(microsOf(epsilonPerQuarter), inQuarter) }
  if (epsilonOf(noise.epsilonMicros) === 0) throw new RangeError('an epsilon of 0 releases nothing')
  const [random, bytes] = [seededRandom(SEED), seededBytes(SEED)]
  const found = Array.from({ length: releases }, () => {
    const { figures } = publicFigures(shopCounts(Math.round(perWeek * weeks), random), noise, bytes)
    return sharesOf(figures)
  })
  return Object.keys(TRUE).map((figure) => {
    const truth = TRUE[figure] ?? 0
    const shown = found.flatMap((each) => {
      const share = each[figure]
      return share && 'share' in share ? [share] : []
    })
    const exact = shown.filter(({ kind }) => kind === 'share')
    return {
      every,
      perWeek,
      figure,
      shown: shown.length / releases,
      error: mean(exact.map(({ share }) => Math.abs(share - truth))),
      halfWidth: mean(exact.map(({ low, high }) => (high - low) / 2)),
      missed: shown.filter(({ low, high }) => truth < low || truth > high).length / releases,
    }
  })
}

/** Each conversation is another customer's: that is how most come, and what the bound counts in any case. */
function shopCounts(conversations: number, random: () => number): PublicCounts {
  const draw = (n: number, share: number) => drawShare(n, share, random)
  const withPerson = draw(conversations, SHOP.person)
  const promised = draw(conversations, SHOP.promised)
  const inTime = draw(promised, SHOP.kept)
  const rated = { bot: draw(conversations - withPerson, SHOP.rated), person: draw(withPerson, SHOP.rated) }
  const [botSatisfied, personSatisfied] = [draw(rated.bot, SHOP.botSatisfied), draw(rated.person, SHOP.personSatisfied)]
  let [left, shareLeft] = [withPerson, 1]
  const waits = Object.entries(WAITS).map(([cell, share]) => {
    const here = shareLeft <= share + 1e-9 ? left : draw(left, share / shareLeft)
    left -= here
    shareLeft -= share
    return [cell, here]
  })
  return {
    promises: { inTime, notInTime: promised - inTime },
    firstAnswers: Object.fromEntries(waits) as PublicCounts['firstAnswers'],
    endings: { botAlone: conversations - withPerson, withPerson },
    ratings: {
      botSatisfied,
      botNot: rated.bot - botSatisfied,
      personSatisfied,
      personNot: rated.person - personSatisfied,
    },
  }
}

function sharesOf(figures: PublicFigures): Record<string, PublishedShare | undefined> {
  return {
    'promises kept in time': figures.promisesInTime,
    'ended without a person': figures.botAlone,
    'content with the bot': figures.satisfiedWithBot,
    'content with people': figures.satisfiedWithPerson,
    'answered within 5 minutes': figures.answeredWithin.find(({ minutes }) => minutes === 5)?.share,
  }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

function points(share: number | null): string {
  return share === null ? '-' : (100 * share).toFixed(1)
}
