import type { Language, LearningReport } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import { rateFigure } from '../shared/rate-words.ts'
import { Tile } from '../shared/tile.tsx'
import type { LearningWords } from './words/en.ts'

export function LearningTiles(props: { report: LearningReport; language: Language; words: LearningWords }) {
  const { language, words } = props
  const { labels, tries, serving, accuracy, definitions } = props.report
  const number = (value: number) => count(value, language)
  const { pick, agent, check } = labels.given
  const of = (...outcomes: string[]) => number(tries.filter(({ outcome }) => outcomes.includes(outcome)).length)
  const tile = (metric: string, name: string, main: string, notes: string[]) => (
    <Tile
      metric={metric}
      name={name}
      main={main}
      notes={notes}
      definition={definitions[metric === 'accuracy-en' || metric === 'accuracy-zh' ? 'accuracy' : metric]}
      language={language}
      words={words}
    />
  )
  return (
    <div class="tiles">
      {tile('labels', words.tile.labels, number(pick + agent + check), [
        words.byCustomers(number(pick)),
        words.byAgents(number(agent)),
        words.byChecks(number(check)),
      ])}
      {tile('decided', words.tile.accepted, number(labels.accepted), [
        words.rejected(number(labels.rejected)),
        words.pending(number(labels.pending)),
      ])}
      {tile('tries', words.tile.tries, number(tries.length), [
        words.promoted(of('promoted', 'chosen', 'applied')),
        words.proposed(of('proposed')),
        words.keptBack(of('kept-back')),
        words.rolledBack(of('rolled-back')),
      ])}
      {(['en', 'zh'] as const).map((spoken) => {
        const last = accuracy.findLast(({ language: one, modelId }) => one === spoken && modelId === serving)
        if (!last) return null
        const figure = rateFigure(last.rate, language, words)
        return tile(`accuracy-${spoken}`, words.tile.accuracy[spoken], figure.main, figure.notes)
      })}
    </div>
  )
}
