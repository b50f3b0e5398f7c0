declare module 'jstat' {
  /** The part of jStat used here: the Beta distribution and its quantiles. */
  const jStat: {
    beta: {
      cdf(x: number, alpha: number, beta: number): number
      inv(p: number, alpha: number, beta: number): number
    }
  }
  export = jStat
}
