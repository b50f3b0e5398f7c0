import { type HeldOut, type Mix, mixScores } from './calibration.ts'
import { dealFolds, rowsWhere } from './folds.ts'
import { type ScopeSigns, scopeSigns } from './out-of-scope.ts'
import { softmax } from './softmax.ts'
import { scoreViews, trainViews, type ViewScores } from './views.ts'
import type { Corpus } from './vocabulary.ts'

/** What is known of the training texts: `labels` by corpus row (-1 is out of scope). */
export interface LabelledCorpus {
  corpus: Corpus
  labels: Int32Array
  classes: number
  /** Rows from here on are names and titles: they help to train and are never held out. */
  exampleCount: number
}

/** A message scored by views that had not seen it. */
export interface HeldOutMessage extends HeldOut {
  row: number
  unseen: number
}

const FOLDS = 5
/** Examples times needs up to which every fold is worth its time. Beyond, one of the five tells the few scalars well enough, */
const SMALL = 100_000
/** and this many needs left out tell what strangers look like. */
const NEEDS_LEFT_OUT = 15

export interface CrossFitOptions {
  seed: number
  /** Holds out every example once, however many there are. */
  everyExample?: boolean
  onProgress?(done: number): void
}

/** Whether training is so quick that everything may be asked of every example. */
export function isSmall(data: LabelledCorpus): boolean {
  return data.exampleCount * data.classes <= SMALL
}

/** Scores examples by views trained on the other folds. */
export function holdOutExamples(data: LabelledCorpus, options: CrossFitOptions): HeldOutMessage[] {
  const fold = dealFolds(data.labels.subarray(0, data.exampleCount), FOLDS, options.seed)
  const used = isSmall(data) || options.everyExample ? FOLDS : 1
  const held: HeldOutMessage[] = []
  for (let f = 0; f < used; f++) {
    const training = rowsWhere(data.labels.length, (row) => row >= data.exampleCount || fold[row] !== f)
    const testing = rowsWhere(data.exampleCount, (row) => fold[row] === f)
    const views = trainViews(data.corpus, training, data.labels, data.classes, {
      seed: options.seed,
      onProgress: (done) => options.onProgress?.((f + done) / used),
    })
    held.push(...collect(scoreViews(views, data.corpus, testing), testing, data.labels))
  }
  return held
}

/**
 * Stands in for messages that are none of the needs: leaves out one group of needs after the other, and scores
 * the examples of the needs that the views never heard of.
 */
export function holdOutNeeds(data: LabelledCorpus, options: CrossFitOptions): HeldOutMessage[] {
  const needs = Int32Array.from({ length: data.classes }, (_, k) => k)
  const group = dealFolds(new Int32Array(needs.length), Math.min(FOLDS, data.classes), options.seed)
  const groups = isSmall(data) ? FOLDS : Math.ceil((NEEDS_LEFT_OUT * FOLDS) / data.classes)
  const used = Math.min(groups, FOLDS, data.classes)
  const held: HeldOutMessage[] = []
  for (let g = 0; g < used; g++) {
    const isLeftOut = (row: number) => {
      const label = data.labels[row] as number
      return label >= 0 && group[label] === g
    }
    const kept = needs.filter((k) => group[k] !== g)
    const renumbered = data.labels.map((label) => (label < 0 ? -1 : kept.indexOf(label)))
    const training = rowsWhere(data.labels.length, (row) => !isLeftOut(row))
    const testing = rowsWhere(data.exampleCount, isLeftOut)
    const views = trainViews(data.corpus, training, renumbered, kept.length, {
      seed: options.seed,
      onProgress: (done) => options.onProgress?.((g + done) / used),
    })
    held.push(...collect(scoreViews(views, data.corpus, testing), testing, renumbered))
  }
  return held
}

function collect(scores: ViewScores, rows: Int32Array, labels: Int32Array): HeldOutMessage[] {
  const { classes } = scores
  return Array.from(rows, (row, place) => ({
    row,
    label: labels[row] as number,
    scores: scores.scores.map((own) => own.subarray(place * classes, (place + 1) * classes)),
    unseen: scores.unseen[place] as number,
  }))
}

/** The signs and the verdict of a held-out message under a mix. */
export function judgeHeldOut(
  message: HeldOutMessage,
  mix: Mix,
): { signs: ScopeSigns; right: boolean; certainty: number } {
  const scores = mixScores(mix, message.scores)
  const probabilities = scores.slice()
  softmax(probabilities)
  const signs = scopeSigns(scores, probabilities, message.unseen)
  const first = probabilities.indexOf(Math.max(...probabilities))
  return { signs, right: first === message.label, certainty: signs.certainty }
}
