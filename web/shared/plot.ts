import uPlot from 'uplot'

export interface Series {
  label: string
  /** One per day; null leaves a gap. */
  values: (number | null)[]
  /** How far each value may be off, drawn as a band about the line. */
  intervals?: ({ low: number; high: number } | null)[]
  /** Holds until the next value, rather than leading to it. */
  stepped?: boolean
}

const HEIGHT_PX = 220
const TICK_PX = 64
/** Between the axis and its days: the 0 of the other axis stands beside it, half below the line. */
const DAY_GAP_PX = 12

/** Every line but the first is broken in a way of its own, so that colour alone tells nothing. */
const LOOKS: { colour: string; dash?: number[] }[] = [
  { colour: '--pine' },
  { colour: '--ember', dash: [6, 4] },
  { colour: '--ink-soft', dash: [2, 3] },
  { colour: '--on-amber-soft', dash: [12, 4, 2, 4] },
]

/** The end of an interval: it bounds a band and is no line itself. */
const EDGE = { stroke: 'transparent', points: { show: false } }

/**
 * Draws the days into `place` in the colours of the theme as they are now. Returns how to size it and take it away.
 * @param days `YYYY-MM-DD`, ascending
 */
export function drawPlot(
  place: HTMLElement,
  days: string[],
  series: Series[],
  format: { day: (day: Date) => string; value: (value: number) => string },
  isShare: boolean,
): { resize: () => void; destroy: () => void } {
  const style = getComputedStyle(place)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const lineColour = (index: number) => colour(LOOKS[index % LOOKS.length]?.colour ?? '--pine')
  const axis = {
    stroke: colour('--ink-soft'),
    font: `12px ${style.fontFamily}`,
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
  }
  const at = days.map((day) => Date.parse(`${day}T00:00:00Z`) / 1000)
  const bands = series.flatMap(({ intervals }, index) => (intervals ? [{ intervals, index }] : []))
  const isWeekly = at.length > 1 && (at[1] ?? 0) - (at[0] ?? 0) === 7 * 86_400
  const plot = new uPlot(
    {
      width: place.clientWidth,
      height: HEIGHT_PX,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false } },
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      scales: { y: { range: (_plot, _low, high) => [0, isShare ? 1 : Math.max(4, (high ?? 0) * 1.1)] } },
      axes: [
        {
          ...axis,
          space: TICK_PX,
          gap: DAY_GAP_PX,
          // Whole days only: hours of a day mean nothing here. Of weeks only their first days, as many as fit.
          incrs: [1, 2, 7, 14, 28, 56, 112, 224].map((count) => count * 86_400),
          ...(isWeekly && { splits: (drawn: uPlot) => someOf(at, Math.floor(drawn.width / TICK_PX)) }),
          values: (_plot, splits) => splits.map((split) => format.day(new Date(split * 1000))),
        },
        { ...axis, size: 52, values: (_plot, splits) => splits.map((split) => format.value(split)) },
      ],
      series: [
        {},
        ...series.map((line, index) => {
          const look = LOOKS[index % LOOKS.length]
          const stroke = lineColour(index)
          return {
            label: line.label,
            stroke,
            width: 2,
            ...(look?.dash && { dash: look.dash }),
            ...stepsOf(line),
            points: { show: days.length < 32, size: 6, fill: stroke },
          }
        }),
        ...bands.flatMap(({ index }) => {
          const edge = { ...EDGE, ...(series[index] && stepsOf(series[index])) }
          return [edge, edge]
        }),
      ],
      bands: bands.map(({ index }, place) => {
        const high = 1 + series.length + 2 * place
        return { series: [high, high + 1], fill: `${lineColour(index)}26` }
      }),
    },
    [
      at,
      ...series.map((line) => line.values),
      ...bands.flatMap(({ intervals }) => [
        intervals.map((interval) => interval?.high ?? null),
        intervals.map((interval) => interval?.low ?? null),
      ]),
    ],
    place,
  )
  return {
    resize: () => plot.setSize({ width: place.clientWidth, height: HEIGHT_PX }),
    destroy: () => plot.destroy(),
  }
}

function stepsOf({ stepped }: Series): Pick<uPlot.Series, 'paths'> {
  const paths = stepped ? uPlot.paths.stepped?.({ align: 1 }) : undefined
  return paths ? { paths } : {}
}

/** Every one, or every second, third …, so that there are at most so many. */
function someOf(values: number[], most: number): number[] {
  const step = Math.ceil(values.length / Math.max(1, most))
  return values.filter((_, place) => place % step === 0)
}
