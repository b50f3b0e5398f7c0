import type { Language, ServiceReport } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import { rateFigure } from '../shared/rate-words.ts'
import { Tile } from '../shared/tile.tsx'
import { lengthFigure } from './length-words.ts'
import type { ServiceWords } from './words/en.ts'

const LENGTHS = ['timeInQueue', 'firstResponse', 'handleTime'] as const
const RATES = ['passedOn', 'cameBack'] as const

/** The whole company's figures. */
export function ServiceTiles(props: { report: ServiceReport; language: Language; words: ServiceWords }) {
  const { language, words } = props
  const { total, definitions } = props.report
  const figures = [
    { metric: 'handedOver', main: count(total.handedOver, language), notes: [] } as const,
    { metric: 'stillWaiting', main: count(total.stillWaiting, language), notes: [] } as const,
    ...LENGTHS.map((metric) => ({ metric, ...lengthFigure(total[metric], language, words) })),
    ...RATES.map((metric) => ({ metric, ...rateFigure(total[metric], language, words) })),
  ]
  return (
    <div class="tiles">
      {figures.map(({ metric, main, notes }) => (
        <Tile
          key={metric}
          metric={metric}
          name={words.tile[metric]}
          main={main}
          notes={[...notes]}
          definition={definitions[metric]}
          language={language}
          words={words}
        />
      ))}
    </div>
  )
}
