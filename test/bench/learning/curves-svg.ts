import type { Order, Revealed } from './reveal-labels.ts'
import { GOAL, ORDERS } from './reveal-labels.ts'

const WIDTH = 560
const HEIGHT = 340
const MARGIN = { left: 56, right: 20, top: 40, bottom: 48 }
const COLORS: Record<Order, string> = { candor: '#1f6feb', random: '#b35900' }
const NAMES: Record<Order, string> = { candor: "Candor's order", random: 'random order' }

/** Accuracy by labels as SVG: a line for each order and draw, and the mean goal. On a ground of its own, for any theme. */
export function curvesSvg(title: string, draws: readonly Revealed[]): string {
  const points = draws.flatMap(({ curves }) => ORDERS.flatMap((order) => curves[order]))
  const most = Math.max(500, Math.ceil(Math.max(...points.map(({ labels }) => labels)) / 500) * 500)
  const lowest = Math.floor(Math.min(...points.map(({ accuracy }) => accuracy)) * 20) / 20
  const highest = Math.ceil(Math.max(...points.map(({ accuracy }) => accuracy)) * 20) / 20
  const [innerWidth, innerHeight] = [WIDTH - MARGIN.left - MARGIN.right, HEIGHT - MARGIN.top - MARGIN.bottom]
  const x = (labels: number) => (MARGIN.left + (labels / most) * innerWidth).toFixed(1)
  const y = (accuracy: number) =>
    (MARGIN.top + ((highest - accuracy) / Math.max(0.05, highest - lowest)) * innerHeight).toFixed(1)
  const bottom = HEIGHT - MARGIN.bottom
  const goal = draws.reduce((sum, { full }) => sum + (GOAL * full) / draws.length, 0)
  const across = ticks(0, most, 500).map(
    (labels) => `<text x="${x(labels)}" y="${bottom + 16}" text-anchor="middle">${labels}</text>`,
  )
  const up = ticks(lowest, highest, 0.05).flatMap((accuracy) => [
    `<line x1="${MARGIN.left}" y1="${y(accuracy)}" x2="${WIDTH - MARGIN.right}" y2="${y(accuracy)}" stroke="#e4e4e4"/>`,
    `<text x="${MARGIN.left - 8}" y="${y(accuracy)}" text-anchor="end" dominant-baseline="middle">${Math.round(100 * accuracy)} %</text>`,
  ])
  const lines = ORDERS.flatMap((order) =>
    draws.map(({ curves }) => {
      const path = curves[order].map(({ labels, accuracy }) => `${x(labels)},${y(accuracy)}`).join(' ')
      const dashes = order === 'random' ? ' stroke-dasharray="6 3"' : ''
      return `<polyline points="${path}" fill="none" stroke="${COLORS[order]}" stroke-width="1.6"${dashes}/>`
    }),
  )
  const legend = ORDERS.map(
    (order, i) =>
      `<text x="${WIDTH - MARGIN.right - 8}" y="${bottom - 28 + 16 * i}" text-anchor="end" fill="${COLORS[order]}" font-weight="bold">${order === 'random' ? '- - ' : '— '}${NAMES[order]}</text>`,
  )
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" font-family="sans-serif" font-size="11" fill="#333">`,
    `<title>${title}: accuracy by labels, in Candor's order and in random order</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${WIDTH / 2}" y="22" text-anchor="middle" font-size="13" font-weight="bold">${title}</text>`,
    ...up,
    ...across,
    `<line x1="${MARGIN.left}" y1="${y(goal)}" x2="${WIDTH - MARGIN.right}" y2="${y(goal)}" stroke="#555" stroke-dasharray="2 3"/>`,
    `<text x="${MARGIN.left + 6}" y="${Number(y(goal)) - 6}">95 % of the accuracy with all labels</text>`,
    ...lines,
    ...legend,
    `<text x="${MARGIN.left + innerWidth / 2}" y="${HEIGHT - 10}" text-anchor="middle">labels beyond the first ten per need</text>`,
    `<text transform="translate(14 ${MARGIN.top + innerHeight / 2}) rotate(-90)" text-anchor="middle">messages read right</text>`,
    '</svg>',
  ].join('\n')}\n`
}

function ticks(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)
}
