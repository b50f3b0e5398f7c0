import { scoreSentiment } from '../../sentiment/score-sentiment.ts'
import { readSignals } from '../signals.ts'
import { BUSINESS_CUES, type BusinessCue, CUSTOMER_CUES, type CustomerCue, readCues } from './cues.ts'
import type { DialogueTurn } from './dialogue.ts'

const SHAPE = [
  'sentiment',
  'asksForPerson',
  'refusesAnswer',
  'turnIndex',
  'firstTurn',
  'wroteAgain',
  'words',
  'businessWords',
  'refusalsSoFar',
  'apologiesSoFar',
  'successesSoFar',
  'complaintsSoFar',
  'thanksSoFar',
  'sentimentBefore',
  'negativeBefore',
  'retryBefore',
  'questionBefore',
  'questionUnanswered',
  'refusedAgain',
  'declinedOffer',
  'plainAcceptance',
] as const

export type NamedFeature = CustomerCue | `business:${BusinessCue}` | (typeof SHAPE)[number]

/** Every named feature, in the order in which models keep their weights. */
export const NAMED_FEATURES: readonly NamedFeature[] = [
  ...(Object.keys(CUSTOMER_CUES) as CustomerCue[]),
  ...(Object.keys(BUSINESS_CUES) as BusinessCue[]).map((cue) => `business:${cue}` as const),
  ...SHAPE,
]

/** Features that a person can read, by name; each about 0..1, counts as log(1 + count). */
export type NamedFeatures = Record<NamedFeature, number>

interface ReadTurn {
  customer: boolean
  text: string
  words: number
  cues: Record<CustomerCue, 0 | 1>
  business: Record<BusinessCue, 0 | 1>
  sentiment: number
}

const NOTHING_SAID: ReadTurn = readTurn({ from: 'business', text: '' })

/**
 * The named features of every customer turn of a dialogue, each from what had been said up to it.
 * @returns one entry per turn of `turns`; undefined where the company speaks
 */
export function nameFeatures(turns: readonly DialogueTurn[]): (NamedFeatures | undefined)[] {
  const read = turns.map(readTurn)
  const count = { customer: 0, refusal: 0, apology: 0, success: 0, complaint: 0, thanks: 0, sentiment: 0 }
  let before: ReadTurn = NOTHING_SAID
  let business: ReadTurn = NOTHING_SAID
  let refusedBefore = 0
  return read.map((turn, at) => {
    if (!turn.customer) {
      refusedBefore = business.business.refusal
      business = turn
      count.refusal += turn.business.refusal
      count.apology += turn.business.apology
      count.success += turn.business.success
      return undefined
    }
    const signals = readSignals(turn.text)
    const features: NamedFeatures = {
      ...turn.cues,
      ...prefixed(business.business),
      sentiment: turn.sentiment,
      asksForPerson: signals.asksForPerson ? 1 : 0,
      refusesAnswer: signals.refuses ? 1 : 0,
      turnIndex: Math.log1p(count.customer) / 3,
      firstTurn: count.customer === 0 ? 1 : 0,
      wroteAgain: at > 0 && read[at - 1]?.customer ? 1 : 0,
      words: Math.log1p(turn.words) / 4,
      businessWords: Math.log1p(business.words) / 4,
      refusalsSoFar: Math.log1p(count.refusal),
      apologiesSoFar: Math.log1p(count.apology),
      successesSoFar: Math.log1p(count.success),
      complaintsSoFar: Math.log1p(count.complaint),
      thanksSoFar: Math.log1p(count.thanks),
      sentimentBefore: count.customer === 0 ? 0 : count.sentiment / count.customer,
      negativeBefore: before.cues.negative,
      retryBefore: before.cues.retry,
      questionBefore: before.cues.question,
      questionUnanswered: before.cues.question && business.business.question && !business.business.success ? 1 : 0,
      refusedAgain: business.business.refusal && refusedBefore ? 1 : 0,
      declinedOffer: turn.cues.declines && business.business.offer ? 1 : 0,
      plainAcceptance: (turn.cues.agreement || turn.cues.praise) && !turn.cues.negative && !turn.cues.question ? 1 : 0,
    }
    count.customer += 1
    count.complaint += turn.cues.anger || turn.cues.correction || signals.refuses ? 1 : 0
    count.thanks += turn.cues.thanks
    count.sentiment += turn.sentiment
    before = turn
    return features
  })
}

function readTurn({ from, text }: DialogueTurn): ReadTurn {
  return {
    customer: from === 'customer',
    text,
    words: text.match(/\p{Script=Han}|[\p{L}\p{N}']+/gu)?.length ?? 0,
    cues: readCues(CUSTOMER_CUES, text),
    business: readCues(BUSINESS_CUES, text),
    sentiment: from === 'customer' ? scoreSentiment(text) : 0,
  }
}

function prefixed(cues: Record<BusinessCue, 0 | 1>): Record<`business:${BusinessCue}`, number> {
  return Object.fromEntries(Object.entries(cues).map(([cue, value]) => [`business:${cue}`, value])) as Record<
    `business:${BusinessCue}`,
    number
  >
}
