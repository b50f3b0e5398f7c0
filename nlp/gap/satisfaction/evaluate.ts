import { areaUnderCurve, expectedCalibrationError } from '../../evaluation/scores.ts'
import { dealFolds } from '../../intent/folds.ts'
import { DISSATISFIED_BELOW, type RatedConversation } from './dialogue.ts'
import { estimateConversation, type SatisfactionModel } from './model.ts'
import { lowestQuarter, spearman } from './ranks.ts'
import { type SatisfactionTrainingOptions, trainSatisfaction } from './train.ts'

/** How well estimates follow people's ratings. Null where the conversations cannot tell. */
export interface SatisfactionEvaluation {
  /** Of dissatisfied against other rated turns; n is the number of rated turns. */
  turn: { auroc: number | null; brier: number | null; ece: number | null; n: number }
  /**
   * Of mean satisfaction over the rated turns; AUROC for the quarter of the conversations with the lowest mean.
   * n is the number of conversations with a rated turn.
   */
  conversation: { auroc: number | null; spearman: number | null; mse: number | null; n: number }
  /**
   * Models trained; the figures are means over them, each on the conversations that it had not seen.
   * Only the calibration error is taken over all turns at once: it is the larger the fewer turns there are.
   */
  folds: number
}

/** A rated turn with its estimate: what a reliability diagram is drawn from. */
export interface JudgedTurn {
  probability: number
  dissatisfied: boolean
}

interface JudgedConversation {
  estimated: number
  rated: number
  turns: JudgedTurn[]
}

export interface SatisfactionVerdict {
  evaluation: SatisfactionEvaluation
  turns: JudgedTurn[]
}

/** Judges a model on conversations. Turns are estimated in order, each from what had been said up to it. */
export function judgeSatisfaction(
  model: SatisfactionModel,
  conversations: readonly RatedConversation[],
): SatisfactionVerdict {
  const judged = conversations.flatMap((conversation) => judgeConversation(model, conversation) ?? [])
  return { evaluation: evaluationOf(judged), turns: judged.flatMap(({ turns }) => turns) }
}

/**
 * Cross-validates by conversation: each fold is judged by a model that was trained on the other folds,
 * everything it chooses chosen on those.
 * @throws CandorError TRAINING_TOO_LITTLE
 */
export function crossValidateSatisfaction(
  conversations: readonly RatedConversation[],
  folds: number,
  options: SatisfactionTrainingOptions,
): SatisfactionVerdict {
  const fold = dealFolds(new Int32Array(conversations.length), folds, options.seed)
  const verdicts = Array.from({ length: folds }, (_, f) => {
    const model = trainSatisfaction(
      conversations.filter((_, i) => fold[i] !== f),
      { ...options, onProgress: (done, phase) => options.onProgress?.((f + done) / folds, phase) },
    )
    return judgeSatisfaction(
      model,
      conversations.filter((_, i) => fold[i] === f),
    )
  })
  const each = verdicts.map(({ evaluation }) => evaluation)
  const turns = verdicts.flatMap((verdict) => verdict.turns)
  return {
    evaluation: {
      turn: {
        auroc: mean(each.map(({ turn }) => turn.auroc)),
        brier: mean(each.map(({ turn }) => turn.brier)),
        ece: calibrationError(turns),
        n: each.reduce((sum, { turn }) => sum + turn.n, 0),
      },
      conversation: {
        auroc: mean(each.map(({ conversation }) => conversation.auroc)),
        spearman: mean(each.map(({ conversation }) => conversation.spearman)),
        mse: mean(each.map(({ conversation }) => conversation.mse)),
        n: each.reduce((sum, { conversation }) => sum + conversation.n, 0),
      },
      folds,
    },
    turns,
  }
}

function judgeConversation(model: SatisfactionModel, conversation: RatedConversation): JudgedConversation | undefined {
  const estimates = estimateConversation(model, conversation.language, conversation.turns)?.turns ?? []
  const rated = conversation.turns.flatMap(({ satisfaction }, at) => {
    const estimate = estimates[at]
    return satisfaction === null || estimate === undefined ? [] : [{ satisfaction, estimate }]
  })
  if (rated.length === 0) return undefined
  // Ratings and estimates are averaged over the same turns.
  return {
    rated: rated.reduce((sum, turn) => sum + turn.satisfaction, 0) / rated.length,
    estimated: rated.reduce((sum, turn) => sum + turn.estimate.satisfaction, 0) / rated.length,
    turns: rated.map(({ satisfaction, estimate }) => ({
      probability: estimate.dissatisfied,
      dissatisfied: satisfaction < DISSATISFIED_BELOW,
    })),
  }
}

function evaluationOf(conversations: JudgedConversation[]): SatisfactionEvaluation {
  const turns = conversations.flatMap((conversation) => conversation.turns)
  const lowest = lowestQuarter(conversations.map(({ rated }) => rated))
  return {
    turn: {
      auroc: areaUnderCurve(
        turns.map(({ probability, dissatisfied }) => ({ score: probability, positive: dissatisfied })),
      ),
      brier: mean(turns.map(({ probability, dissatisfied }) => (probability - Number(dissatisfied)) ** 2)),
      ece: calibrationError(turns),
      n: turns.length,
    },
    conversation: {
      auroc: areaUnderCurve(
        conversations.map(({ estimated, rated }) => ({ score: -estimated, positive: rated <= lowest })),
      ),
      spearman: spearman(
        conversations.map(({ estimated }) => estimated),
        conversations.map(({ rated }) => rated),
      ),
      mse: mean(conversations.map(({ estimated, rated }) => (estimated - rated) ** 2)),
      n: conversations.length,
    },
    folds: 1,
  }
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}

function calibrationError(turns: readonly JudgedTurn[]): number | null {
  if (turns.length === 0) return null
  return expectedCalibrationError(
    turns.map(({ probability, dissatisfied }) => ({ confidence: probability, right: dissatisfied })),
  )
}
