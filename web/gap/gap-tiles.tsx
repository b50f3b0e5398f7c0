import type { GapReport, Language } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import { rateFigure, shareText } from '../shared/rate-words.ts'
import { Tile } from '../shared/tile.tsx'
import type { GapWords } from './words/en.ts'

export function GapTiles(props: { report: GapReport; language: Language; words: GapWords }) {
  const { language, words } = props
  const { total, definitions } = props.report
  const tile = (metric: keyof GapWords['tile'], main: string, notes: string[]) => (
    <Tile
      metric={metric}
      name={words.tile[metric]}
      main={main}
      notes={notes}
      definition={definitions[metric]}
      language={language}
      words={words}
    />
  )
  const large = rateFigure(total.large, language, words)
  return (
    <div class="tiles">
      {tile('gap', shareText(total.gap, language, words), [
        words.ofTurns(count(total.turns, language)),
        words.lowerIsBetter,
      ])}
      {tile('large', large.main, large.notes)}
      {tile('conversations', count(total.conversations, language), [])}
    </div>
  )
}
