/** A difference with its interval on a line whose middle is "no difference". For the eye only: the numbers stand beside it. */
export function IntervalMark({ value, low, high }: { value: number; low: number; high: number }) {
  const reach = Math.max(Math.abs(low), Math.abs(high), Number.EPSILON) * 1.1
  const x = (at: number) => 100 + (at / reach) * 100
  const isShown = low > 0 || high < 0
  return (
    <svg class="interval-mark" data-shown={isShown} viewBox="0 0 200 16" aria-hidden="true">
      <line class="interval-zero" x1="100" x2="100" y1="0" y2="16" />
      <line class="interval-reach" x1={x(low)} x2={x(high)} y1="8" y2="8" />
      <circle cx={x(value)} cy="8" r="5" />
    </svg>
  )
}
