declare module 'jstat' {
  /** The part of jStat used here: quantiles, and a distribution function. */
  const jStat: {
    beta: {
      cdf(x: number, alpha: number, beta: number): number
      inv(p: number, alpha: number, beta: number): number
    }
    chisquare: { inv(p: number, df: number): number }
    normal: { inv(p: number, mean: number, std: number): number }
    studentt: { inv(p: number, df: number): number }
  }
  export = jStat
}
