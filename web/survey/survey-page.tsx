import { useEffect, useState } from 'preact/hooks'
import type { Language, SurveyForm } from '../../bot/http/api.ts'
import { type Dictionaries, LOCALES, useLanguage } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/language-switch.tsx'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import { Question } from './question.tsx'
import { type Survey, useSurvey } from './use-survey.ts'
import { en, type SurveyWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<SurveyWords> = { en, zh }

/** One survey behind the link of a message. Whoever has the link answers; nobody signs in. */
export function SurveyPage() {
  const [token] = useState(() => window.location.hash.slice(1))
  const survey = useSurvey(token)
  const { form } = survey
  const [browsers] = useLanguage()
  const [chosen, choose] = useState<Language>()
  // In the language in which it was asked, until somebody wants the other one.
  const language = chosen ?? form?.language ?? browsers
  const words = dictionaries[language]
  const company = form?.company[language]
  useEffect(() => {
    document.documentElement.lang = LOCALES[language]
    document.title = company ? `${words.title} · ${company}` : words.title
  }, [language, words, company])

  return (
    <>
      <header class="survey-head">
        <span class="shop-name">{company}</span>
        <LanguageSwitch language={language} onChoose={choose} />
      </header>
      <main class="sheet" aria-busy={survey.isBusy}>
        <h1>{words.title}</h1>
        {form ? (
          <Asked survey={survey} form={form} language={language} words={words} />
        ) : (
          <Absence {...{ survey, language, words }} />
        )}
      </main>
    </>
  )
}

function Asked(props: { survey: Survey; form: SurveyForm; language: Language; words: SurveyWords }) {
  const { survey, form, language, words } = props
  const { answers, questions } = form
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const filled = new FormData(event.currentTarget as HTMLFormElement)
    survey.post({ answers: Object.fromEntries([...filled].map(([name, value]) => [name, String(value)])) })
  }
  return (
    <>
      <p class="note">{words.introduction(form.company[language], dayText(form.sentAt, language))}</p>
      {form.isClosed ? (
        <p role="status">{words.closed(momentText(form.expiresAt, language))}</p>
      ) : (
        <form onSubmit={send}>
          <p class="told" role="status">
            {survey.isSent ? words.thanks : answers ? words.present : ''}
          </p>
          {questions.map((question) => (
            <Question
              key={question.name}
              question={question}
              answer={answers?.[question.name]}
              textLimit={form.textLimit}
              language={language}
              words={words}
            />
          ))}
          {survey.problem && (
            <p class="problem" role="alert">
              {problemWords(survey.problem, language)}
            </p>
          )}
          <button type="submit" class="button button-primary" disabled={survey.isBusy}>
            {survey.isBusy ? words.sending : answers ? words.change : words.send}
          </button>
          <p class="note">{words.until(momentText(form.expiresAt, language))}</p>
        </form>
      )}
      <Consent survey={survey} isRefused={form.isRefused} words={words} />
    </>
  )
}

function Consent(props: { survey: Survey; isRefused: boolean; words: SurveyWords }) {
  const { survey, isRefused, words } = props
  return (
    <section class="consent">
      <p role="status">{isRefused ? words.refused : ''}</p>
      <button
        type="button"
        class="button button-quiet"
        disabled={survey.isBusy}
        onClick={() => survey.post({ ask: isRefused })}
      >
        {isRefused ? words.allow : words.refuse}
      </button>
    </section>
  )
}

function Absence(props: { survey: Survey; language: Language; words: SurveyWords }) {
  const { survey, language, words } = props
  const { problem } = survey
  if (!problem) return <p class="note">{sharedWords[language].loading}</p>
  // Nothing that trying again would mend.
  const isFinal = problem.status === 401 || problem.status === 404
  return (
    <>
      <p class="problem" role="alert">
        {isFinal ? words.noLink : problemWords(problem, language)}
      </p>
      {!isFinal && (
        <button type="button" class="button" onClick={survey.load}>
          {sharedWords[language].tryAgain}
        </button>
      )}
    </>
  )
}

function dayText(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long' }).format(at)
}

function momentText(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short' }).format(at)
}
