/** A share with its interval on a line from 0 to 1. For the eye only: the numbers stand beside it as text. */
export function IntervalBar(props: { share: { share: number; low: number; high: number } }) {
  const { share, low, high } = props.share
  return (
    <svg class="interval-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="interval-track" y="4" width="100" height="2" />
      <rect class="interval-range" x={100 * low} y="1" width={Math.max(1, 100 * (high - low))} height="8" />
      <rect class="interval-mark" x={Math.min(99, 100 * share)} width="1" height="10" />
    </svg>
  )
}
