import type { Language, SurveyFilledIn, SurveyQuestion } from '../../bot/http/api.ts'
import type { SurveyWords } from './words/en.ts'

/** One question as plain radio buttons or a text box: arrow keys move along a scale. */
export function Question(props: {
  question: SurveyQuestion
  answer: SurveyFilledIn[string] | undefined
  textLimit: number
  language: Language
  words: SurveyWords
}) {
  const { question, answer, language, words } = props
  const title = (
    <>
      {question.text[language]}
      {!question.required && <span class="note"> ({words.optional})</span>}
    </>
  )
  if (question.kind === 'text')
    return (
      <label class="question">
        <span class="question-text">{title}</span>
        <textarea
          name={question.name}
          rows={4}
          maxLength={props.textLimit}
          required={question.required}
          defaultValue={answer === undefined ? '' : String(answer)}
        />
      </label>
    )
  return (
    <fieldset class="question">
      <legend class="question-text">{title}</legend>
      <div class="choices" data-long={question.kind === 'scale' && !question.labels}>
        {choicesOf(question, language, words).map(({ value, text }) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name={question.name}
              value={value}
              required={question.required}
              defaultChecked={value === sentFor(answer)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      {question.kind === 'scale' && !question.labels && (
        <p class="ends note">
          <span>{words.low(question.from, question.low[language])}</span>
          <span>{words.low(question.to, question.high[language])}</span>
        </p>
      )}
    </fieldset>
  )
}

/** What the form sends for an answer. */
function sentFor(answer: SurveyFilledIn[string] | undefined): string | undefined {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  return answer === undefined ? undefined : String(answer)
}

function choicesOf(
  question: Exclude<SurveyQuestion, { kind: 'text' }>,
  language: Language,
  words: SurveyWords,
): { value: string; text: string }[] {
  if (question.kind === 'yes-no')
    return [
      { value: 'yes', text: words.yes },
      { value: 'no', text: words.no },
    ]
  const { from, to, labels } = question
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const label = labels?.[index]?.[language]
    return { value: String(from + index), text: label ? `${from + index} – ${label}` : String(from + index) }
  })
}
