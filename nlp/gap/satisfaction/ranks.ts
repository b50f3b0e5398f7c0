/** The value below or at which a quarter of the values lie; ties at it belong to the quarter. */
export function lowestQuarter(values: number[]): number {
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
