import { compareIntentModels, type JudgedMessage, saidOf } from '../../nlp/index.ts'
import { seededRandom } from '../../nlp/intent/random.ts'
import { softmax } from '../../nlp/intent/softmax.ts'

const NEEDS = ['cancel', 'deliver', 'pay', 'refund', 'return']
/** Messages of the frozen suite that the pack gave. */
const FROM_PACK = 100
/** New messages before each try. */
const NEW_MESSAGES = 40

export interface SimulatedChallengers {
  /** Champions that are put to the test. */
  champions: number
  /** How many challengers each of them meets, as evidence grows. */
  challengers: number
  /** 0: they know something else than the champion; towards 1: they say nearly the same. */
  likeness: number
  /** How much better than the champion they hear what a message means; 0: they are useless. */
  gain?: number
  /** Which messages are judged: all, or only those that the champion was unsure of, as the bot hands over just these. */
  judged?: 'all' | 'unsure' | 'misread'
  seed: number
}

/**
 * Shares of the champions that are replaced, at any try and at the first, by challengers that are simulated: what a
 * message means reaches each model through noise, and each says what follows by Bayes' rule, so that both are calibrated.
 * Each challenger hears all messages anew, as after training again on what teaches nothing.
 */
export function replacedChampions(settings: SimulatedChallengers): { ever: number; atOnce: number } {
  const tries = Array.from({ length: settings.champions }, (_, champion) =>
    promotedAt(settings, settings.seed + champion),
  )
  const share = (holds: (attempt: number) => boolean) => tries.filter(holds).length / settings.champions
  return { ever: share((attempt) => attempt > 0), atOnce: share((attempt) => attempt === 1) }
}

/** The number of the first challenger that is promoted; 0: none is. */
function promotedAt({ challengers, likeness, gain = 0, judged = 'all' }: SimulatedChallengers, seed: number): number {
  const random = seededRandom(seed)
  const draw = () => ({ truth: Math.floor(random() * (NEEDS.length + 1)), noise: gaussians(random) })
  const heard = Array.from({ length: FROM_PACK }, draw)
  for (let attempt = 1; attempt <= challengers; attempt++) {
    while (heard.length < FROM_PACK + NEW_MESSAGES * attempt) {
      const message = draw()
      if (isJudged(message, judged)) heard.push(message)
    }
    const messages = heard.map(({ truth, noise }, place): JudgedMessage => {
      const other = gaussians(random)
      const own = noise.map((one, k) => likeness * one + Math.sqrt(1 - likeness ** 2) * (other[k] ?? 0))
      return {
        language: place % 2 === 0 ? 'en' : 'zh',
        truth: meaning(truth),
        ofSuite: place < FROM_PACK || place % 5 === 0,
        champion: said(truth, noise, 0),
        challenger: said(truth, own, gain),
      }
    })
    if (compareIntentModels(messages, { newNeeds: [], goneNeeds: [], attempt, seed: seed + attempt }).promote) {
      return attempt
    }
  }
  return 0
}

function isJudged({ truth, noise }: { truth: number; noise: number[] }, judged: 'all' | 'unsure' | 'misread'): boolean {
  const { confidence, right } = said(truth, noise, 0)
  return judged === 'all' || (judged === 'unsure' ? confidence < 0.8 : !right)
}

/** How loud the meaning is over noise of 1: about 80 of 100 messages are read right. */
const LOUDNESS = 2.2

function said(truth: number, noise: readonly number[], gain: number) {
  const loudness = LOUDNESS + gain
  const probabilities = Float64Array.from(noise, (one, k) => loudness * (one + (k === truth ? loudness : 0)))
  softmax(probabilities)
  const needs = NEEDS.map((need, k) => ({ need, probability: probabilities[k] ?? 0 }))
  return saidOf(
    {
      needs: needs.sort((a, b) => b.probability - a.probability),
      outOfScope: probabilities[NEEDS.length] ?? 0,
      why: [],
    },
    meaning(truth),
  )
}

function meaning(truth: number): JudgedMessage['truth'] {
  const need = NEEDS[truth]
  return need === undefined ? { kind: 'none' } : { kind: 'need', need }
}

/** One for each need and one for none, with mean 0 and variance 1 (Box and Muller 1958). */
function gaussians(random: () => number): number[] {
  return Array.from(
    { length: NEEDS.length + 1 },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  )
}
