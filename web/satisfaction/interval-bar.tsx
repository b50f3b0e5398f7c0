/** Percent of the width that the mark of the value takes. */
const MARK = 1

/**
 * An interval of shares on a line from 0 to 1, with the value in it where there is one; without one it is a range of what is
 * possible, and looks so. For the eye only: the numbers stand beside it as text.
 */
export function IntervalBar({ low, high, value }: { low: number; high: number; value?: number }) {
  return (
    <svg
      class="interval"
      data-kind={value === undefined ? 'range' : 'interval'}
      viewBox="0 0 100 16"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="track" y="7.5" width="100" height="1" />
      {[0, 25, 50, 75, 100].map((place) => (
        <rect key={place} class="track" x={Math.min(99.7, place)} y="4" width="0.3" height="8" />
      ))}
      <rect class="span" x={100 * low} y="4" width={Math.max(0.6, 100 * (high - low))} height="8" />
      {value !== undefined && (
        <rect class="value" x={Math.max(0, Math.min(100 - MARK, 100 * value - MARK / 2))} width={MARK} height="16" />
      )}
    </svg>
  )
}
