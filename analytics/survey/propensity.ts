/** Surveys alike in what was known of them when they were sent. */
export interface AlikeSurveys {
  /** One value for each column, in the same order everywhere. */
  traits: readonly string[]
  sent: number
  /** 0..sent */
  answered: number
}

/** A value rarer than this has no share of its own: it is put with the other rare ones of its column. */
const FEWEST_SENT = 20
/** Values of one column that have shares of their own, the most frequent. */
const MOST_VALUES = 8
/** Penalty on squared log-odds: as much as one doubtful answer, so that a value that nobody answered stays finite. */
const RIDGE = 1
const MOST_STEPS = 50
const CLOSE_ENOUGH = 1e-9

/**
 * How likely each kind of survey was answered, 0..1: a logistic regression on the traits, one weight for each value of a
 * column, by Newton's method over the cells with a small ridge penalty.
 * @returns one for each cell, in the order given; the common share where all or none are answered
 */
export function answerPropensity(cells: readonly AlikeSurveys[]): number[] {
  const sent = cells.reduce((sum, one) => sum + one.sent, 0)
  const answered = cells.reduce((sum, one) => sum + one.answered, 0)
  if (answered === 0 || answered === sent) return cells.map(() => (sent === 0 ? 0 : answered / sent))
  const rows = designOf(cells)
  let weights = [Math.log(answered / (sent - answered)), ...Array.from({ length: widthOf(rows) - 1 }, () => 0)]
  let value = penalized(cells, rows, weights)
  for (let step = 0; step < MOST_STEPS; step++) {
    const move = newtonStep(cells, rows, weights)
    let part = 1
    let next = moved(weights, move, part)
    // Too far a step could lose; the function is concave, so that a shorter one gains.
    while (penalized(cells, rows, next) < value && part > CLOSE_ENOUGH) {
      part /= 2
      next = moved(weights, move, part)
    }
    weights = next
    value = penalized(cells, rows, weights)
    if (Math.max(...move.map(Math.abs)) * part < CLOSE_ENOUGH) break
  }
  return rows.map((row) => shareOf(row, weights))
}

/** For each cell the places of the weights that count for it: the first for all, and one for each value that is not usual. */
function designOf(cells: readonly AlikeSurveys[]): number[][] {
  const rows = cells.map(() => [0])
  let width = 1
  for (let column = 0; column < (cells[0]?.traits.length ?? 0); column++) {
    const counts = new Map<string, number>()
    for (const { traits, sent } of cells) {
      const value = traits[column] ?? ''
      counts.set(value, (counts.get(value) ?? 0) + sent)
    }
    const [usual, ...others] = [...counts]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .filter(([, count], place) => place === 0 || (count >= FEWEST_SENT && place < MOST_VALUES))
      .map(([value]) => value)
    const places = new Map(others.map((value, i) => [value, width + i]))
    const rare = [...counts.keys()].some((value) => value !== usual && !places.has(value))
    const rarePlace = width + others.length
    width = rarePlace + (rare ? 1 : 0)
    for (const [i, { traits }] of cells.entries()) {
      const value = traits[column] ?? ''
      if (value !== usual) rows[i]?.push(places.get(value) ?? rarePlace)
    }
  }
  return rows
}

function widthOf(rows: readonly (readonly number[])[]): number {
  return 1 + Math.max(...rows.map((row) => row.at(-1) ?? 0))
}

function shareOf(row: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, place) => sum + (weights[place] ?? 0), 0)))
}

function penalized(cells: readonly AlikeSurveys[], rows: readonly number[][], weights: readonly number[]): number {
  const penalty = weights.slice(1).reduce((sum, weight) => sum + weight * weight, 0)
  return cells.reduce(
    (sum, { sent, answered }, i) => {
      const share = shareOf(rows[i] ?? [], weights)
      return sum + term(answered, share) + term(sent - answered, 1 - share)
    },
    (-RIDGE / 2) * penalty,
  )
}

function term(count: number, share: number): number {
  return count === 0 ? 0 : count * Math.log(share)
}

function newtonStep(cells: readonly AlikeSurveys[], rows: readonly number[][], weights: readonly number[]): number[] {
  const gradient = weights.map((weight, place): number => (place === 0 ? 0 : -RIDGE * weight))
  const curvature = weights.map((_, i) => weights.map((_, j): number => (i === j && i > 0 ? RIDGE : 0)))
  for (const [i, { sent, answered }] of cells.entries()) {
    const row = rows[i] ?? []
    const share = shareOf(row, weights)
    for (const a of row) {
      gradient[a] = (gradient[a] ?? 0) + answered - sent * share
      const line = curvature[a] ?? []
      for (const b of row) line[b] = (line[b] ?? 0) + sent * share * (1 - share)
    }
  }
  return solve(curvature, gradient)
}

/** Solves a symmetric positive definite system by elimination; both are used up. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length
  for (let column = 0; column < n; column++) {
    const pivot = matrix[column] ?? []
    for (let row = column + 1; row < n; row++) {
      const line = matrix[row] ?? []
      const factor = (line[column] ?? 0) / (pivot[column] ?? 1)
      if (factor === 0) continue
      for (let k = column; k < n; k++) line[k] = (line[k] ?? 0) - factor * (pivot[k] ?? 0)
      right[row] = (right[row] ?? 0) - factor * (right[column] ?? 0)
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    const line = matrix[row] ?? []
    let rest = right[row] ?? 0
    for (let k = row + 1; k < n; k++) rest -= (line[k] ?? 0) * (right[k] ?? 0)
    right[row] = rest / (line[row] ?? 1)
  }
  return right
}

function moved(weights: readonly number[], move: readonly number[], part: number): number[] {
  return weights.map((weight, place) => weight + part * (move[place] ?? 0))
}
