import type { ReliabilityBin } from '../../nlp/index.ts'

const SIZE = 320
const EDGE = 44
const INNER = SIZE - 2 * EDGE

/** A reliability diagram as SVG: what was said against what happened; on the diagonal the estimate means what it says. */
export function reliabilitySvg(title: string, bins: readonly ReliabilityBin[]): string {
  const x = (share: number) => (EDGE + share * INNER).toFixed(1)
  const y = (share: number) => (SIZE - EDGE - share * INNER).toFixed(1)
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<text x="${x(share)}" y="${SIZE - EDGE + 16}" text-anchor="middle">${share}</text>`,
    `<text x="${EDGE - 6}" y="${y(share)}" text-anchor="end" dominant-baseline="middle">${share}</text>`,
  ])
  const points = bins.map(
    ({ said, happened, n }) =>
      `<circle cx="${x(said)}" cy="${y(happened)}" r="4" fill="#1f6feb"><title>said ${said.toFixed(3)}, happened ${happened.toFixed(3)}, n ${n}</title></circle>`,
  )
  const line = bins.map(({ said, happened }) => `${x(said)},${y(happened)}`).join(' ')
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}" role="img" font-family="sans-serif" font-size="11" fill="#333">`,
    `<title>Reliability of ${escapeXml(title)}</title>`,
    `<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>`,
    `<text x="${SIZE / 2}" y="22" text-anchor="middle" font-size="13" font-weight="bold">${escapeXml(title)}</text>`,
    `<rect x="${EDGE}" y="${EDGE}" width="${INNER}" height="${INNER}" fill="none" stroke="#999"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="4 3"/>`,
    ...ticks,
    `<polyline points="${line}" fill="none" stroke="#1f6feb"/>`,
    ...points,
    `<text x="${SIZE / 2}" y="${SIZE - 8}" text-anchor="middle">probability of dissatisfaction that was said</text>`,
    `<text transform="translate(12 ${SIZE / 2}) rotate(-90)" text-anchor="middle">share that was dissatisfied</text>`,
    '</svg>',
  ].join('\n')}\n`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
