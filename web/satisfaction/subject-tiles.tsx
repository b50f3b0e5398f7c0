import type { CsatFigures } from '../../bot/http/api.ts'
import { count } from '../shared/numbers.ts'
import { type Figure, rateFigure } from '../shared/rate-words.ts'
import { SUBJECTS } from '../shared/subjects.ts'
import { Tile } from '../shared/tile.tsx'
import { meanFigure } from './figure-words.ts'
import type { SectionProps } from './satisfaction-page.tsx'

/** What is said of the bot beside what is said of people: two figures, never one. */
export function SubjectTiles({ report, language, words }: SectionProps) {
  return (
    <div class="subjects">
      {SUBJECTS.map((subject) => {
        const figures = report.csat[subject]
        return (
          <div key={subject} class="panel" data-testid={`csat-${subject}`}>
            <h3>{words.subject[subject]}</h3>
            {figures.response.denominator === 0 ? (
              <p class="note">{words.nothingSent[subject]}</p>
            ) : (
              <div class="tiles">
                {tilesOf(figures).map(({ metric, figure, definition }) => (
                  <Tile
                    key={metric}
                    metric={`${subject}-${metric}`}
                    name={words.tile[metric]}
                    of={words.subject[subject]}
                    {...figure}
                    definition={report.definitions[definition]}
                    language={language}
                    words={words}
                  />
                ))}
              </div>
            )}
          </div>
        )
      })}
    </div>
  )

  function tilesOf(figures: CsatFigures) {
    const response = rateFigure(figures.response, language, words)
    const open = figures.open > 0 ? [words.stillOpen(count(figures.open, language))] : []
    const all = {
      satisfied: [rateFigure(figures.satisfied, language, words), 'csat'],
      response: [{ ...response, notes: [...response.notes, ...open] }, 'response'],
      mean: [meanFigure(figures.mean, 5, language, words), 'mean'],
      resolved: [rateFigure(figures.resolved, language, words), 'resolved'],
    } satisfies Record<keyof typeof words.tile, [Figure, string]>
    return (['satisfied', 'response', 'mean', 'resolved'] as const).map((metric) => {
      const [figure, definition] = all[metric]
      return { metric, figure, definition }
    })
  }
}
