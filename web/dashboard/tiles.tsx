import type { Dashboard, Language } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import { rateFigure, shareText } from '../shared/rate-words.ts'
import { Tile } from '../shared/tile.tsx'
import { outcomesFigure } from './outcome-words.ts'
import type { DashboardWords } from './words/en.ts'

type MetricKey = keyof DashboardWords['metric']

export function Tiles(props: { dashboard: Dashboard; language: Language; words: DashboardWords }) {
  const { language, words } = props
  const { total, definitions, outcomes, gapModel } = props.dashboard
  const tile = (metric: MetricKey, main: string, notes: string[] = []) => (
    <Tile
      metric={metric}
      name={words.metric[metric]}
      main={main}
      notes={notes}
      definition={definitions[metric]}
      language={language}
      words={words}
    />
  )
  const rateTile = (metric: 'containment' | 'csat' | 'responseRate' | 'saidResolved', more: string[] = []) => {
    const { main, notes } = rateFigure(total[metric], language, words)
    return tile(metric, main, [...notes, ...more])
  }
  const meanRating = total.meanRating === null ? [] : [words.meanRating(total.meanRating.toFixed(1))]
  const estimatedBy = gapModel.kind === 'prior' ? words.gapPrior : words.gapLearnt(count(gapModel.outcomes, language))
  const known = outcomesFigure(outcomes, language, words)
  return (
    <div class="tiles">
      {tile('conversations', count(total.conversations, language), [words.turns(count(total.turns, language))])}
      {rateTile('containment')}
      {tile('escalations', count(total.escalations, language))}
      {rateTile('csat', meanRating)}
      {rateTile('responseRate')}
      {rateTile('saidResolved')}
      {tile('gap', shareText(total.gap, language, words), total.gap === null ? [] : [words.lowerIsBetter, estimatedBy])}
      {tile('trust', shareText(total.trust, language, words), total.trust === null ? [] : [words.higherIsBetter])}
      {tile('reopened', count(total.reopened, language))}
      {tile('outcomes', known.main, known.notes)}
    </div>
  )
}
