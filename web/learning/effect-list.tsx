import type { BeforeAfter, ComparedFigure, Language, LearningReport, PromotionEffect } from '../../bot/http/api.ts'
import { dateTime, decimal, percent } from '../shared/numbers.ts'
import { differenceSentence } from './learning-sentences.ts'
import type { LearningWords } from './words/en.ts'

/** What changed when a model took over, each with the figures before and after. */
export function EffectList(props: { report: LearningReport; language: Language; words: LearningWords }) {
  const { report, language, words } = props
  if (report.effects.length === 0) return <p class="note">{words.noEffects}</p>
  return (
    <>
      <p class="note">{report.definitions.effects?.[language]}</p>
      <ul class="effects">
        {report.effects.map((effect) => (
          <Effect key={`${effect.modelId}-${effect.at}`} effect={effect} language={language} words={words} />
        ))}
      </ul>
    </>
  )
}

const DAY_MS = 86_400_000

function Effect(props: { effect: PromotionEffect; language: Language; words: LearningWords }) {
  const { effect, language, words } = props
  const at = dateTime(effect.at, language, Date.now())
  const rows: [keyof LearningWords['figure'], BeforeAfter | null][] = [
    ['handoffs', effect.handoffs],
    ['wrongAnswers', effect.wrongAnswers],
    ['gap', effect.gap],
  ]
  return (
    <li class="panel" data-testid="effect">
      <h3>{words.tookOver(words.kind[effect.kind], at)}</h3>
      <p class="note">
        {words.compared(decimal(effect.lengthMs / DAY_MS, language))} {effect.rolledBack && words.goneBackFrom}
      </p>
      <table>
        <caption class="visually-hidden">{words.table(words.tookOver(words.kind[effect.kind], at))}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([figure, compared]) => (
            <tr key={figure}>
              <th scope="row">{words.figure[figure]}</th>
              {compared ? (
                [compared.before, compared.after].map((side, index) => (
                  <td key={index === 0 ? 'before' : 'after'}>
                    <Side side={side} language={language} words={words} />
                  </td>
                ))
              ) : (
                <td colSpan={2} class="note">
                  {words.gapNotCompared}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="differences">
        {rows.map(([figure, compared]) => {
          if (!compared) return null
          return <li key={figure}>{differenceSentence(words.figure[figure], compared, language, words)}</li>
        })}
      </ul>
    </li>
  )
}

function Side(props: { side: ComparedFigure; language: Language; words: LearningWords }) {
  const { side, language, words } = props
  if (side.value === null) return <>{words.noData}</>
  return (
    <>
      <strong>{percent(side.value, language)}</strong>
      {side.low !== null && side.high !== null && (
        <span class="note of"> {words.interval(percent(side.low, language), percent(side.high, language))}</span>
      )}
      <span class="note of"> {words.ofMessages(String(side.n), String(side.conversations))}</span>
    </>
  )
}
