declare module 'jstat' {
  /** The part of jStat used here: quantiles of the Beta distribution. */
  const jStat: { beta: { inv(p: number, alpha: number, beta: number): number } }
  export = jStat
}
