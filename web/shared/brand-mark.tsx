/** The mark: a ring that shows its gap. Decorative; the name stands beside it. */
export function BrandMark(props: { size?: number }) {
  const size = props.size ?? 26
  return (
    <svg class="brand-mark" width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <circle
        cx="13"
        cy="13"
        r="9.5"
        fill="none"
        stroke="currentColor"
        stroke-width="4"
        stroke-dasharray="48 60"
        transform="rotate(32 13 13)"
      />
      <circle cx="20.4" cy="13" r="2.6" fill="var(--ember)" />
    </svg>
  )
}
