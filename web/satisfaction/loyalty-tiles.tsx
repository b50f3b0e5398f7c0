import { evidenceText, type Figure } from '../shared/rate-words.ts'
import { SUBJECTS } from '../shared/subjects.ts'
import { Tile } from '../shared/tile.tsx'
import { meanFigure, npsFigure } from './figure-words.ts'
import type { SectionProps } from './satisfaction-page.tsx'

/** Recommendation and effort, after what the bot did and after what people did. */
export function LoyaltyTiles({ report, language, words }: SectionProps) {
  const sent = (form: 'nps' | 'ces') => SUBJECTS.some((subject) => report[form][subject].response.denominator > 0)
  const figure = (form: 'nps' | 'ces', subject: (typeof SUBJECTS)[number]): Figure => {
    if (form === 'nps') return npsFigure(report.nps[subject], language, words)
    const { mean, easy } = report.ces[subject]
    const { main, notes } = meanFigure(mean, 7, language, words)
    return { main, notes: easy.denominator > 0 ? [...notes, words.easy(evidenceText(easy, language, words))] : notes }
  }
  return (
    <>
      {(['nps', 'ces'] as const).map((form) =>
        sent(form) ? (
          <div key={form} class="tiles pairs">
            {SUBJECTS.map((subject) => {
              const { main, notes } = figure(form, subject)
              const answered = words.answered(evidenceText(report[form][subject].response, language, words))
              return (
                <Tile
                  key={subject}
                  metric={`${form}-${subject}`}
                  name={`${words.formName(form)} · ${words.subject[subject]}`}
                  main={main}
                  notes={[...notes, answered]}
                  definition={report.definitions[form]}
                  language={language}
                  words={words}
                />
              )
            })}
          </div>
        ) : (
          <p key={form} class="note">
            {words.notAsked[form]}
          </p>
        ),
      )}
    </>
  )
}
