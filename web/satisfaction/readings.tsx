import type { Language, SatisfactionReadings } from '../../bot/http/api.ts'
import { count, percent } from '../shared/numbers.ts'
import { evidenceText } from '../shared/rate-words.ts'
import { SUBJECTS } from '../shared/subjects.ts'
import { IntervalBar } from './interval-bar.tsx'
import type { SectionProps } from './satisfaction-page.tsx'
import type { SatisfactionWords } from './words/en.ts'

/** What the answers say of all who were asked: what was said, what is possible, and what follows from an assumption. */
export function Readings({ report, language, words }: SectionProps) {
  return (
    <>
      <p class="note">{words.readingsHint}</p>
      <div class="subjects">
        {SUBJECTS.map((subject) => (
          <div key={subject} class="panel" data-testid={`readings-${subject}`}>
            <h3>{words.subject[subject]}</h3>
            {report.readings[subject].bounds === null ? (
              <p class="note">{words.nothingSent[subject]}</p>
            ) : (
              <dl class="reading-list">
                {rowsOf(report.readings[subject], language, words).map(({ name, said, shown, notes, kind }) => (
                  <div key={kind}>
                    <dt>{name}</dt>
                    <dd>
                      <strong>{said}</strong>
                      {shown && <IntervalBar {...shown} />}
                      {notes.map((note) => (
                        <p key={note} class="note">
                          {note}
                        </p>
                      ))}
                      <details class="explained">
                        <summary>{words.whatItSays[kind]}</summary>
                        <p>{report.definitions[kind]?.[language]}</p>
                      </details>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
        ))}
      </div>
    </>
  )
}

interface ReadingRow {
  kind: 'observed' | 'bounds' | 'weighted'
  name: string
  said: string
  shown?: { low: number; high: number; value?: number }
  notes: string[]
}

function rowsOf(readings: SatisfactionReadings, language: Language, words: SatisfactionWords): ReadingRow[] {
  const { observed, bounds, weighted } = readings
  const share = (value: number) => percent(value, language)
  const rows: ReadingRow[] = [
    {
      kind: 'observed',
      name: words.reading.observed,
      said: evidenceText(observed, language, words),
      ...(observed.value !== null && { shown: { low: observed.low, high: observed.high, value: observed.value } }),
      notes: [],
    },
  ]
  if (bounds) {
    rows.push({
      kind: 'bounds',
      name: words.reading.bounds,
      said: words.between(share(bounds.low), share(bounds.high)),
      shown: { low: bounds.low, high: bounds.high },
      notes: [words.unanswered(count(bounds.unanswered, language), count(bounds.sent, language))],
    })
  }
  rows.push(
    weighted.kind === 'unknown'
      ? { kind: 'weighted', name: words.reading.weighted, said: words.notWeighted[weighted.because], notes: [] }
      : {
          kind: 'weighted',
          name: words.reading.weighted,
          said: words.estimate(share(weighted.value), words.interval(share(weighted.low), share(weighted.high))),
          shown: weighted,
          notes: [
            words.effective(
              count(Math.round(weighted.effectiveN), language),
              count(weighted.cut.denominator, language),
            ),
            ...(weighted.cut.numerator > 0 ? [words.weightsCut(count(weighted.cut.numerator, language))] : []),
          ],
        },
  )
  return rows
}
