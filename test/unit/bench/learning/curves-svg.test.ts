import { describe, expect, it } from 'vitest'
import { curvesSvg } from '../../../bench/learning/curves-svg.ts'
import type { Revealed } from '../../../bench/learning/reveal-labels.ts'

const draw = (candor: number, random: number): Revealed => ({
  full: 0.9,
  messages: { train: 1000, test: 100 },
  curves: {
    candor: [
      { labels: 0, accuracy: 0.7 },
      { labels: candor, accuracy: 0.86 },
    ],
    random: [
      { labels: 0, accuracy: 0.7 },
      { labels: random, accuracy: 0.86 },
    ],
  },
})
const xsOf = (line: string) => [...line.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x]) => Number(x))

describe('the picture of the curves', () => {
  it('has a line for each order and draw, longer for more labels, inside its frame', () => {
    const svg = curvesSvg('A set', [draw(200, 600), draw(300, 1100)])
    const lines = [...svg.matchAll(/<polyline points="([^"]+)"/g)].map(([, points]) => xsOf(points ?? ''))
    expect(lines).toHaveLength(4)
    const ends = lines.map((xs) => xs.at(-1) ?? 0)
    expect(ends).toEqual([...ends].sort((a, b) => a - b))
    expect(new Set(lines.map(([first]) => first)).size).toBe(1)
    expect(Math.max(...ends)).toBeLessThan(560)
  })

  it('says what it shows on a ground of its own', () => {
    const svg = curvesSvg('A set', [draw(200, 600)])
    expect(svg).toContain('<title>A set: accuracy by labels')
    expect(svg).toContain('fill="#fff"')
  })
})
