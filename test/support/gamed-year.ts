import type { GoodwillPolicy } from '../../bot/policy/index.ts'
import { type CsatRating, DAY_MS } from '../../domain/index.ts'
import { seededRandom } from '../../nlp/intent/random.ts'
import { openStore, type Store } from '../../store/index.ts'
import { type GoodwillNode, goodwillNode } from './goodwill-company.ts'

const START = Date.UTC(2026, 0, 1)
const YEAR_DAYS = 365

/** How a customer behaves who is after vouchers, beside those who are not. */
export const PLAYERS = [
  'honest',
  'always-1',
  'after-cooldown',
  'every-day',
  'several-at-once',
  'acts',
  'acts-after-cooldown',
  'new-names',
  'old-names',
] as const
export type Player = (typeof PLAYERS)[number]

export interface PlayerYear {
  player: Player
  /** Persons; one may have more than one name. */
  persons: number
  /** Of each person in the year. */
  conversations: number
  badRatings: number
  /** Vouchers on average, and of the one who got most. */
  mean: number
  most: number
  /** Of those who were dissatisfied at least once and said so. */
  dissatisfied: number
}

/**
 * A year of one kind of customer with the real decision, the real store and two nodes.
 *
 * Honest customers write once a month; one conversation in seven leaves the need unmet, and then the gap is large (60 %), answers
 * were refused (40 %), and half of these conversations end with an agent, who says "unresolved" in nine of ten. They rate
 * it 1 or 2 in six of ten. The others are served well each time, and rate 1 for the voucher: an agent is fooled in one of ten.
 */
export async function gamedYear(
  player: Player,
  persons: number,
  goodwill: GoodwillPolicy,
  seed: number,
): Promise<PlayerYear> {
  const random = seededRandom(seed)
  const store = await openStore(':memory:')
  const nodes = [goodwillNode(store, goodwill, 'a'), goodwillNode(store, goodwill, 'b')] as const
  const totals = { conversations: 0, badRatings: 0 }
  const got: number[] = []
  const dissatisfied: number[] = []
  for (let person = 0; person < persons; person++) {
    const lived = await livedYear(player, `${player}-${person}`, store, nodes, goodwill, random)
    totals.conversations += lived.conversations
    totals.badRatings += lived.badRatings
    got.push(lived.vouchers)
    if (lived.badRatings > 0) dissatisfied.push(lived.vouchers)
  }
  await store.close()
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return {
    player,
    persons,
    conversations: totals.conversations / persons,
    badRatings: totals.badRatings / persons,
    mean: mean(got),
    most: Math.max(...got),
    dissatisfied: mean(dissatisfied),
  }
}

async function livedYear(
  player: Player,
  person: string,
  store: Store,
  [here, there]: readonly [GoodwillNode, GoodwillNode],
  goodwill: GoodwillPolicy,
  random: () => number,
) {
  const cooldown = Math.max(...goodwill.rules.map(({ cooldownDays }) => cooldownDays))
  const names = new Set<string>()
  let [conversations, badRatings, lastGift] = [0, 0, -YEAR_DAYS]
  const daysBetween = player === 'every-day' ? 1 : player === 'several-at-once' ? 7 : 30
  for (let day = random() * daysBetween; day < YEAR_DAYS; day += daysBetween) {
    const many = player === 'several-at-once' ? 4 : 1
    const hasNames = player === 'new-names' || player === 'old-names'
    const customerId = hasNames ? `${person}-${names.size}` : person
    names.add(customerId)
    const at = START + day * DAY_MS
    const knownSince = player === 'new-names' ? at : START - 100 * DAY_MS
    const waits = (player === 'after-cooldown' || player === 'acts-after-cooldown') && day - lastGift < cooldown
    const talks = Array.from({ length: many }, (_, i) => {
      const talk = player === 'honest' ? honestTalk(random) : playedTalk(player, waits, random)
      return { ...talk, conversationId: `${person}-${day.toFixed(2)}-${i}`, node: i % 2 ? there : here }
    })
    for (const { node, rating: _, ...talk } of talks) await node.ends({ customerId, at, knownSince, ...talk })
    await Promise.all(
      talks.map(({ node, conversationId, rating }) =>
        rating === undefined ? undefined : node.rates(conversationId, `survey-${conversationId}`, rating, at + 1_000),
      ),
    )
    conversations += many
    badRatings += talks.filter(({ rating }) => rating !== undefined && rating <= 2).length
    const gifts = await store.goodwill.ofCustomer(customerId)
    if (gifts.some((gift) => gift.at >= at)) lastGift = day
  }
  let vouchers = 0
  for (const name of names)
    vouchers += (await store.goodwill.ofCustomer(name)).filter(({ state }) => state === 'given').length
  return { conversations, badRatings, vouchers }
}

interface Talk {
  gap: number
  refusals: number
  verdict?: 'resolved' | 'unresolved'
  rating?: CsatRating
}

function honestTalk(random: () => number): Talk {
  const unmet = random() < 1 / 7
  const gap = random() < (unmet ? 0.6 : 0.1) ? 0.7 : 0.2
  const refusals = random() < (unmet ? 0.4 : 0.1) ? 1 : 0
  const withAgent = random() < (unmet ? 0.5 : 0.2)
  const isUnresolved = random() < (unmet ? 0.9 : 0.02)
  const says = random()
  const rating = unmet ? (says < 0.6 ? (says < 0.3 ? 1 : 2) : undefined) : says < 0.3 ? 5 : undefined
  return {
    gap,
    refusals,
    ...(withAgent && { verdict: isUnresolved ? ('unresolved' as const) : ('resolved' as const) }),
    ...(rating !== undefined && { rating }),
  }
}

function playedTalk(player: Player, waits: boolean, random: () => number): Talk {
  const acts = player === 'acts' || player === 'acts-after-cooldown' || player === 'new-names' || player === 'old-names'
  if (waits) return { gap: 0.2, refusals: 0, rating: 5 }
  // Who refuses every answer is handed over in the end; then it is the agent's word that counts.
  const withAgent = acts ? random() < 0.5 : random() < 0.2
  return {
    gap: acts ? 0.9 : random() < 0.1 ? 0.7 : 0.2,
    refusals: acts ? 2 : 0,
    ...(withAgent && { verdict: random() < 0.1 ? ('unresolved' as const) : ('resolved' as const) }),
    rating: 1,
  }
}
