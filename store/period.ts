/** A half-open span of time, `from <= t < to`, epoch milliseconds. */
export interface Period {
  from: number
  to: number
}
