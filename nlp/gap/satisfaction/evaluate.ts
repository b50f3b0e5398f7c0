import { areaUnderCurve, expectedCalibrationError } from '../../evaluation/scores.ts'
import { dealFolds } from '../../intent/folds.ts'
import { DISSATISFIED_BELOW, type RatedConversation } from './dialogue.ts'
import { estimateConversation, type SatisfactionModel } from './model.ts'
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
  /** Models trained; the figures are means over them, each on the conversations that it had not seen. */
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
  return {
    evaluation: {
      turn: {
        auroc: mean(each.map(({ turn }) => turn.auroc)),
        brier: mean(each.map(({ turn }) => turn.brier)),
        ece: mean(each.map(({ turn }) => turn.ece)),
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
    turns: verdicts.flatMap(({ turns }) => turns),
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
  const lowest = quarterOf(conversations.map(({ rated }) => rated))
  return {
    turn: {
      auroc: areaUnderCurve(
        turns.map(({ probability, dissatisfied }) => ({ score: probability, positive: dissatisfied })),
      ),
      brier: mean(turns.map(({ probability, dissatisfied }) => (probability - Number(dissatisfied)) ** 2)),
      ece:
        turns.length === 0
          ? null
          : expectedCalibrationError(
              turns.map(({ probability, dissatisfied }) => ({ confidence: probability, right: dissatisfied })),
            ),
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

/** The value below or at which a quarter of the values lie; ties at it belong to the quarter. */
function quarterOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length / 4) - 1)] ?? Number.NEGATIVE_INFINITY
}

/** Rank correlation with ties sharing their mean rank, -1..1; null when either side never varies. */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  const x = ranks(a)
  const y = ranks(b)
  const middle = (a.length + 1) / 2
  let covariance = 0
  let spreadX = 0
  let spreadY = 0
  for (const [i, rank] of x.entries()) {
    const dx = rank - middle
    const dy = (y[i] as number) - middle
    covariance += dx * dy
    spreadX += dx * dx
    spreadY += dy * dy
  }
  return spreadX === 0 || spreadY === 0 ? null : covariance / Math.sqrt(spreadX * spreadY)
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => (values[i] as number) - (values[j] as number))
  const rank = new Array<number>(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to += 1
    for (let i = from; i < to; i++) rank[order[i] as number] = (from + 1 + to) / 2
    from = to
  }
  return rank
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
