import type { Belief, Detail, Language } from '../../../domain/index.ts'
import { entropyShare } from '../belief.ts'
import type { DialogueSignals, MessageSignals } from '../signals.ts'

/** What is known about a turn when its gap is estimated. What is absent is not known, and counts as usual. */
export interface GapEvidence {
  belief: Belief
  /** 0..1: how sure it is what the message is about. With several needs, of the least sure one. */
  confidence: number
  /** Details that these needs want. */
  details: Detail[]
  /** Names of the details already given. */
  given: ReadonlySet<string>
  signals: DialogueSignals & Partial<Pick<MessageSignals, 'swears' | 'givesUp'>>
  /** Times the leading need has been answered before this message, in a row. */
  answeredBefore: number
  /** Clarifications asked since the last answer. */
  clarifications: number
  /** Sentiment per customer message, -1..1, newest last. */
  sentiments: readonly number[]
  /** Spoken in the conversation; English where it is absent. */
  language?: Language
  /** Needs that there are: the belief may leave out the unlikely ones. */
  needCount?: number
  /** 1 for the customer's first message since the conversation began or was reopened. */
  turn?: number
  /** Whether anything has been answered since then. */
  answeredSoFar?: boolean
  /** Minutes from the company's last message to this one. */
  silenceMinutes?: number
  /** 0..1: probability of dissatisfaction that the dialogue's wording alone gives. */
  wording?: number
}

/** What the conversation's gap is made of. Every feature is about one wide, so that weights can be compared. */
export const GAP_FEATURES = [
  /** 0..1, the understanding gap. */
  'understanding',
  /** 0..1, the detail gap. */
  'detail',
  /** 0 or 1. */
  'refused',
  /** 0 or 1. */
  'askedForPerson',
  /** Times the need had been answered before. */
  'needRepeated',
  /** Clarifications since the last answer. */
  'clarificationFailed',
  /** 0 or 1. */
  'sentimentFell',
  /** 0 or 1. */
  'accepted',
  /** 0 or 1. */
  'swears',
  /** 0 or 1. */
  'givesUp',
  /** 0..1, entropy of the belief. */
  'entropy',
  /** log2 of the turn's number: 0 at the first, 1 more with each doubling. */
  'turns',
  /** 0 or 1: not the first message, and nothing answered yet. */
  'slowStart',
  /** 0 or 1. */
  'longSilence',
  /** Log-odds of dissatisfaction by the wording, -4..4. */
  'wording',
] as const
export type GapFeature = (typeof GAP_FEATURES)[number]

/** The features of one turn; what is not known is absent. Plain data, to be kept until the outcome is known. */
export type GapFeatures = Partial<Record<GapFeature, number>>

/** An answer is read and a next question typed within this. */
const LONG_SILENCE_MINUTES = 10
/** Beyond this a text model is surer than any text allows. */
const MOST_LOG_ODDS = 4

export function gapFeatures(evidence: GapEvidence): GapFeatures {
  const { signals, turn, answeredSoFar, silenceMinutes, wording, belief, needCount } = evidence
  return {
    understanding: share(1 - evidence.confidence),
    detail: detailGap(evidence.details, evidence.given),
    refused: Number(signals.refuses),
    askedForPerson: Number(signals.asksForPerson),
    needRepeated: signals.accepts ? 0 : evidence.answeredBefore,
    clarificationFailed: evidence.clarifications,
    sentimentFell: Number(sentimentFell(evidence.sentiments)),
    accepted: Number(signals.accepts && !signals.refuses),
    swears: Number(signals.swears ?? false),
    givesUp: Number(signals.givesUp ?? false),
    entropy: entropyShare(belief, needCount ?? belief.needs.length),
    ...(turn !== undefined && { turns: Math.log2(Math.max(1, turn)) }),
    ...(turn !== undefined && answeredSoFar !== undefined && { slowStart: Number(turn > 1 && !answeredSoFar) }),
    ...(silenceMinutes !== undefined && { longSilence: Number(silenceMinutes >= LONG_SILENCE_MINUTES) }),
    ...(wording !== undefined && { wording: logOdds(wording) }),
  }
}

/** Features that were kept, by name; what this version does not know is left out. */
export function gapFeaturesOf(signs: Readonly<Record<string, number>>): GapFeatures {
  return Object.fromEntries(GAP_FEATURES.flatMap((feature) => (feature in signs ? [[feature, signs[feature]]] : [])))
}

/** Weighted share of the required details that are not given, 0..1. */
export function detailGap(details: readonly Detail[], given: ReadonlySet<string>): number {
  const required = details.filter((detail) => detail.required)
  const total = required.reduce((sum, detail) => sum + detail.weight, 0)
  const missing = required.filter((detail) => !given.has(detail.name)).reduce((sum, detail) => sum + detail.weight, 0)
  return total > 0 ? missing / total : 0
}

/** Clearly negative now, and lower than at the start. */
function sentimentFell(sentiments: readonly number[]): boolean {
  const first = sentiments[0]
  const last = sentiments.at(-1)
  return first !== undefined && last !== undefined && sentiments.length > 1 && last < -0.2 && last < first - 0.2
}

function logOdds(probability: number): number {
  const p = share(probability)
  return Math.min(MOST_LOG_ODDS, Math.max(-MOST_LOG_ODDS, Math.log(p) - Math.log1p(-p)))
}

function share(x: number): number {
  return Math.min(1, Math.max(0, x))
}
