import { scoreSentiment } from '../../sentiment/score-sentiment.ts'
import { readSignals } from '../signals.ts'
import { BUSINESS_CUES, type BusinessCue } from './business-cues.ts'
import { CUSTOMER_CUES, type CustomerCue } from './customer-cues.ts'
import { readDetails } from './details.ts'
import type { DialogueTurn } from './dialogue.ts'
import { readCues } from './wording.ts'

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
  'refusalsInARow',
  'questionsInARow',
  'repliesWithoutSuccess',
  'detailsRepeated',
  'detailsAdded',
  'detailsContradicted',
  'openRefusal',
  'refusalWithQuestion',
  'questionAfterRefusal',
  'triesElsewhereAfterRefusal',
  'noFurtherHelp',
  'noPreference',
  'realNegative',
  'thanksAtTheEnd',
  'acceptsOffer',
  'negations',
  'questions',
  'sentences',
  'emptyQuestion',
  'wordsBefore',
  'exclaimedBefore',
  'onlyWantedBefore',
  'correctedBefore',
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

const NEGATION = /\b(?:no|not|never|none|nothing|cannot)\b|n['’]t\b|[不没无别]/gi

interface ReadTurn {
  customer: boolean
  text: string
  words: number
  cues: Record<CustomerCue, 0 | 1>
  business: Record<BusinessCue, 0 | 1>
  sentiment: number
  details: Set<string>
}

/** Cues are read only in the words of those whom they are about. */
const NO_CUES = { customer: readCues(CUSTOMER_CUES, ''), business: readCues(BUSINESS_CUES, '') }
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
  const run = { refusals: 0, questions: 0, withoutSuccess: 0 }
  const details = new Set<string>()
  return read.map((turn, at) => {
    if (!turn.customer) {
      refusedBefore = business.business.refusal
      business = turn
      count.refusal += turn.business.refusal
      count.apology += turn.business.apology
      count.success += turn.business.success
      run.refusals = isRefusal(turn) ? run.refusals + 1 : 0
      run.questions = turn.business.question && !turn.business.furtherHelp ? run.questions + 1 : 0
      run.withoutSuccess = turn.business.success ? 0 : run.withoutSuccess + 1
      return undefined
    }
    const signals = readSignals(turn.text)
    const { cues } = turn
    const asked = business.business
    const refused = isRefusal(business)
    const repeated = [...turn.details].filter((detail) => details.has(detail)).length
    const isNo = cues.saysNo || cues.declines || cues.declinesPolitely
    const features: NamedFeatures = {
      ...cues,
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
      declinedOffer: cues.declines && business.business.offer ? 1 : 0,
      plainAcceptance: (cues.agreement || cues.praise) && !cues.negative && !cues.question ? 1 : 0,
      refusalsInARow: Math.log1p(run.refusals),
      questionsInARow: Math.log1p(run.questions),
      repliesWithoutSuccess: Math.log1p(run.withoutSuccess),
      detailsRepeated: Math.log1p(repeated),
      detailsAdded: Math.log1p(turn.details.size - repeated),
      detailsContradicted: contradicts(turn.details, business.details) ? 1 : 0,
      openRefusal: refused && !asked.question ? 1 : 0,
      refusalWithQuestion: refused && asked.question ? 1 : 0,
      questionAfterRefusal: refused && cues.question ? 1 : 0,
      triesElsewhereAfterRefusal: refused && cues.retry ? 1 : 0,
      noFurtherHelp: asked.furtherHelp && isNo ? 1 : 0,
      noPreference: asked.asksPreference && cues.indifferent ? 1 : 0,
      realNegative: cues.negative && !asked.furtherHelp && !cues.indifferent ? 1 : 0,
      thanksAtTheEnd: asked.furtherHelp && cues.thanks ? 1 : 0,
      acceptsOffer: asked.offer && cues.saysYes ? 1 : 0,
      negations: Math.log1p(turn.text.match(NEGATION)?.length ?? 0),
      questions: Math.log1p(turn.text.match(/[?？]/g)?.length ?? 0),
      sentences: Math.log1p(turn.text.match(/[.!?。！？]+/g)?.length ?? 0),
      emptyQuestion: asked.question && !asked.gaveFigures && !refused ? 1 : 0,
      wordsBefore: Math.log1p(before.words) / 4,
      exclaimedBefore: before.cues.exclaims,
      onlyWantedBefore: before.cues.onlyWants,
      correctedBefore: before.cues.correction,
    }
    for (const detail of turn.details) details.add(detail)
    count.customer += 1
    count.complaint += cues.anger || cues.correction || signals.refuses ? 1 : 0
    count.thanks += cues.thanks
    count.sentiment += turn.sentiment
    before = turn
    return features
  })
}

function readTurn({ from, text }: DialogueTurn): ReadTurn {
  const customer = from === 'customer'
  return {
    customer,
    text,
    words: text.match(/\p{Script=Han}|[\p{L}\p{N}']+/gu)?.length ?? 0,
    cues: customer ? readCues(CUSTOMER_CUES, text) : NO_CUES.customer,
    business: customer ? NO_CUES.business : readCues(BUSINESS_CUES, text),
    sentiment: customer ? scoreSentiment(text) : 0,
    details: readDetails(text),
  }
}

function isRefusal({ business }: ReadTurn): boolean {
  return business.refusal + business.apology > 0
}

/** Both name details, and none of the customer's is one that the company just named. */
function contradicts(said: Set<string>, heard: Set<string>): boolean {
  return said.size > 0 && heard.size > 0 && ![...said].some((detail) => heard.has(detail))
}

function prefixed(cues: Record<BusinessCue, 0 | 1>): Record<`business:${BusinessCue}`, number> {
  return Object.fromEntries(Object.entries(cues).map(([cue, value]) => [`business:${cue}`, value])) as Record<
    `business:${BusinessCue}`,
    number
  >
}
