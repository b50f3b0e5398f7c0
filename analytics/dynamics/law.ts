/**
 * The law by which trust follows transparency: dT/dt = rate (I(t) - threshold), with T kept within 0..1. At an end T stays
 * while the law drives it outwards, and leaves as soon as it drives it inwards.
 */
export interface TrustLaw {
  /** k: how much trust rises per day and unit of transparency above the threshold. */
  rate: number
  /** I_min, 0..1 where it makes sense: the transparency at which trust neither rises nor falls. */
  threshold: number
}

/** Transparency over some days, linear from one value to another; the same twice where it is constant. */
export interface IndexPiece {
  /** > 0 */
  days: number
  from: number
  to: number
}

/** Trust over some days: start + slope s + curve s^2, where s is the number of days since its beginning. */
export interface TrustSegment {
  days: number
  start: number
  slope: number
  curve: number
}

/**
 * Trust along the pieces, exactly: a parabola while it moves freely and a level while an end holds it, with the moments
 * between them solved, not stepped towards.
 * @param start T at the beginning, 0..1
 */
export function trustAlong(start: number, pieces: readonly IndexPiece[], law: TrustLaw): TrustSegment[] {
  const path: TrustSegment[] = []
  let trust = start
  for (const piece of pieces) {
    for (const part of splitAtTurn(piece, law)) {
      const moved = withinEnds(trust, part)
      path.push(...moved)
      trust = endOf(moved, trust)
    }
  }
  return path
}

/** T at the end of a path; `start` of a path of no days. */
export function endOf(path: readonly TrustSegment[], start: number): number {
  const last = path.at(-1)
  return last ? clamp(valueAt(last, last.days)) : start
}

/** The mean of T over a path of more than no days, exactly. */
export function meanTrust(path: readonly TrustSegment[]): number {
  let area = 0
  let length = 0
  for (const { days, start, slope, curve } of path) {
    area += days * (start + days * (slope / 2 + (days * curve) / 3))
    length += days
  }
  return clamp(area / length)
}

/** Trust that moves freely: its slope at the beginning, per day, and how the slope changes. */
interface Drive {
  days: number
  slope: number
  curve: number
}

/** The days of a piece as they drive trust, cut where the law turns from one direction to the other. */
function splitAtTurn({ days, from, to }: IndexPiece, { rate, threshold }: TrustLaw): Drive[] {
  if (days <= 0) return []
  const slope = rate * (from - threshold)
  const curve = (rate * (to - from)) / days / 2
  const turn = curve === 0 ? -1 : -slope / (2 * curve)
  if (!(turn > 0 && turn < days)) return [{ days, slope, curve }]
  return [
    { days: turn, slope, curve },
    // Here the law is at rest, whatever rounding makes of it.
    { days: days - turn, slope: 0, curve },
  ]
}

/** Over these days trust moves in one direction alone, so that it meets at most one end, and stays there. */
function withinEnds(start: number, { days, slope, curve }: Drive): TrustSegment[] {
  const free = { days, start, slope, curve }
  const end = valueAt(free, days)
  if (end >= 0 && end <= 1) return [free]
  const border = end > 1 ? 1 : 0
  const met = Math.min(days, Math.max(0, momentOf(border - start, slope, curve)))
  const held = { days: days - met, start: border, slope: 0, curve: 0 }
  return met > 0 ? [{ ...free, days: met }, held] : [held]
}

/** The first s >= 0 with slope s + curve s^2 = way, where there is one: without the cancellation of the school formula. */
function momentOf(way: number, slope: number, curve: number): number {
  if (way === 0) return 0
  if (curve === 0) return way / slope
  const root = Math.sqrt(Math.max(0, slope * slope + 4 * curve * way))
  const half = -(slope + (slope < 0 ? -root : root)) / 2
  const moments = [half / curve, half === 0 ? Number.NaN : -way / half].filter((moment) => moment >= 0)
  return moments.length === 0 ? 0 : Math.min(...moments)
}

function valueAt({ start, slope, curve }: TrustSegment, days: number): number {
  return start + days * (slope + days * curve)
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
