import { dealFolds } from '../intent/folds.ts'
import { classify, type IntentModel } from '../intent/model.ts'
import { type TrainingOptions, trainIntentModel } from '../intent/train.ts'
import type { TrainingSet } from '../intent/training-set.ts'
import { type JudgedMessage, type LabelledMessage, saidOf } from './judged-message.ts'

/** Of few new messages each is left out alone. */
const FOLDS = 5

export interface ChallengerTask {
  /** What the challenger learns. */
  training: TrainingSet
  /** Those of its messages that are new to the champion. */
  fresh: readonly LabelledMessage[]
  /** Messages that neither model was ever trained on. */
  suite: readonly LabelledMessage[]
  champion: IntentModel
}

/**
 * Trains a challenger and reads with both models what both can be judged on: the frozen suite as it is, and each new
 * message with a model like the challenger, trained on all but that message and some others (cross-fitting). So nobody
 * reads what he has learnt, and yet every new message counts.
 */
export function judgeChallenger(
  { training, fresh, suite, champion }: ChallengerTask,
  options: TrainingOptions,
): { challenger: IntentModel; judged: JudgedMessage[] } {
  const folds = Math.min(FOLDS, fresh.length)
  const train = (set: TrainingSet, place: number, phase: string) =>
    trainIntentModel(set, {
      ...options,
      onProgress: (done) => options.onProgress?.((place + done) / (folds + 1), phase),
    })
  const judgedBy = (challenger: IntentModel, ofSuite: boolean) => (message: LabelledMessage) => ({
    language: message.language,
    truth: message.truth,
    ofSuite,
    champion: saidOf(classify(champion, message.text), message.truth),
    challenger: saidOf(classify(challenger, message.text), message.truth),
  })

  const challenger = train(training, 0, 'training')
  const foldOf = dealFolds(Int32Array.from(numbersOf(fresh)), folds, options.seed)
  const crossFitted = Array.from({ length: folds }, (_, fold) => {
    const leftOut = fresh.filter((_, place) => foldOf[place] === fold)
    const like = train(without(training, leftOut), fold + 1, 'judging')
    return leftOut.map(judgedBy(like, false))
  })
  return { challenger, judged: [...suite.map(judgedBy(challenger, true)), ...crossFitted.flat()] }
}

function without(training: TrainingSet, leftOut: readonly LabelledMessage[]): TrainingSet {
  const texts = new Set(leftOut.map(({ text }) => text))
  return {
    ...training,
    examples: training.examples.filter(({ text }) => !texts.has(text)),
    outOfScope: training.outOfScope.filter((text) => !texts.has(text)),
  }
}

/** What each message means, as a number: so that each fold leaves out some of every need. */
function numbersOf(messages: readonly LabelledMessage[]): number[] {
  const numbers = new Map<string, number>()
  return messages.map(({ truth }) => {
    const meaning = truth.kind === 'none' ? '' : truth.need
    const known = numbers.get(meaning) ?? numbers.size
    numbers.set(meaning, known)
    return known
  })
}
