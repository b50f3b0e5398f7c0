declare module 'jstat' {
  /** The part of jStat used here: quantiles. */
  const jStat: {
    beta: { inv(p: number, alpha: number, beta: number): number }
    normal: { inv(p: number, mean: number, std: number): number }
    studentt: { inv(p: number, df: number): number }
  }
  export = jStat
}
