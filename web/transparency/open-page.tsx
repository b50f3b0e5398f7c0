import { useEffect } from 'preact/hooks'
import type { Language, TransparencyPage } from '../../bot/http/api.ts'
import type { ApiResult } from '../shared/api-client.ts'
import { type Dictionaries, useLanguage } from '../shared/language.ts'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import { PublicHead } from '../shared/public-head.tsx'
import { useAnswer } from '../shared/use-answer.ts'
import { Bot } from './bot.tsx'
import { Figures } from './figures.tsx'
import { List } from './list.tsx'
import { Promises } from './promises.tsx'
import { en, type OpenWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<OpenWords> = { en, zh }

/** For anybody, without signing in: what the company promises, how it keeps it, what its bot cannot do and what is stored. */
export function OpenPage() {
  const [language, chooseLanguage] = useLanguage()
  const words = dictionaries[language]
  const [result, askAgain] = useAnswer<TransparencyPage>('/api/transparency')
  const page = result?.ok ? result.value : undefined
  const company = page?.company[language]
  useEffect(() => {
    document.title = company ? `${words.title} · ${company}` : words.title
  }, [words, company])

  return (
    <>
      <PublicHead company={company} language={language} onLanguage={chooseLanguage} words={words} mainId="open-page" />
      <main class="open-page" id="open-page" tabIndex={-1} aria-busy={result === undefined}>
        <h1>{words.title}</h1>
        {page ? (
          <Content page={page} language={language} words={words} />
        ) : (
          <Absence result={result} language={language} onAskAgain={askAgain} />
        )}
      </main>
    </>
  )
}

function Content(props: { page: TransparencyPage; language: Language; words: OpenWords }) {
  const { page, language, words } = props
  const { stored, privacy } = words
  const latest = page.releases[0]
  return (
    <>
      <p class="intro">{words.intro}</p>
      <Figures page={page} language={language} words={words} />
      <Promises facts={page.facts} language={language} words={words} />
      <Bot facts={page.facts} language={language} words={words} />
      <section aria-labelledby="stored">
        <h2 id="stored">{stored.title}</h2>
        <h3>{stored.what}</h3>
        <List items={stored.items} />
        <h3>{stored.howLong}</h3>
        <List items={stored.until(page.facts.surveyExpiresHours)} />
      </section>
      <section aria-labelledby="privacy">
        <h2 id="privacy">{privacy.title}</h2>
        {page.privacy.isOff ? <p>{privacy.off}</p> : <List items={privacy.items(page.privacy, latest?.noise)} />}
      </section>
    </>
  )
}

function Absence(props: {
  result: ApiResult<TransparencyPage> | undefined
  language: Language
  onAskAgain: () => void
}) {
  const { result, language } = props
  if (result === undefined || result.ok) return <p class="note">{sharedWords[language].loading}</p>
  return (
    <>
      <p class="problem" role="alert">
        {problemWords(result.problem, language)}
      </p>
      <button type="button" class="button" onClick={props.onAskAgain}>
        {sharedWords[language].tryAgain}
      </button>
    </>
  )
}
