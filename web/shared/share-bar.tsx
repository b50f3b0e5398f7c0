/** A share in 0..1 as a bar. For the eye only: the number stands beside it as text. */
export function ShareBar(props: { share: number; tone?: 'calm' | 'warm' }) {
  const width = Math.max(0, Math.min(1, props.share)) * 100
  return (
    <svg class="bar" data-tone={props.tone ?? 'calm'} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width={width} height="8" />
    </svg>
  )
}
