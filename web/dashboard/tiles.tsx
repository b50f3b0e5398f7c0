import type { Dashboard, Language } from '../../bot/http/api.ts'
import { count, decimal } from '../shared/numbers.ts'
import { rateFigure, shareText } from '../shared/rate-words.ts'
import { SUBJECTS } from '../shared/subjects.ts'
import { Tile } from '../shared/tile.tsx'
import { outcomesFigure } from './outcome-words.ts'
import type { DashboardWords } from './words/en.ts'

type MetricKey = keyof DashboardWords['metric']
type Subject = (typeof SUBJECTS)[number]

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
  const contained = rateFigure(total.containment, language, words)
  const surveyTile = (metric: 'csat' | 'resolved', subject: Subject) => {
    const { satisfied, resolved, mean, response } = total.csat[subject]
    const figure = rateFigure(metric === 'csat' ? satisfied : resolved, language, words)
    const asked = words.outOf(count(response.numerator, language), count(response.denominator, language))
    const more = [
      ...(mean.mean === null ? [] : [words.meanRating(decimal(mean.mean, language))]),
      ...(response.denominator === 0 ? [] : [words.answered(asked)]),
    ]
    return (
      <Tile
        key={`${metric}-${subject}`}
        metric={`${metric}-${subject}`}
        name={words.ofSubject(words.metric[metric], words.subject[subject])}
        main={figure.main}
        notes={metric === 'csat' ? [...figure.notes, ...more] : figure.notes}
        definition={definitions[metric]}
        language={language}
        words={words}
      />
    )
  }
  const estimatedBy = gapModel.kind === 'prior' ? words.gapPrior : words.gapLearnt(count(gapModel.outcomes, language))
  const known = outcomesFigure(outcomes, language, words)
  return (
    <div class="tiles">
      {tile('conversations', count(total.conversations, language), [words.turns(count(total.turns, language))])}
      {tile('containment', contained.main, contained.notes)}
      {tile('escalations', count(total.escalations, language))}
      {SUBJECTS.map((subject) => surveyTile('csat', subject))}
      {SUBJECTS.map((subject) => surveyTile('resolved', subject))}
      {tile('gap', shareText(total.gap, language, words), total.gap === null ? [] : [words.lowerIsBetter, estimatedBy])}
      {tile('trust', shareText(total.trust, language, words), total.trust === null ? [] : [words.higherIsBetter])}
      {tile('reopened', count(total.reopened, language))}
      {tile('outcomes', known.main, known.notes)}
    </div>
  )
}
