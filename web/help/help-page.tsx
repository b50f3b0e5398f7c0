import { useEffect, useMemo } from 'preact/hooks'
import type { HelpText, Language } from '../../bot/http/api.ts'
import type { ApiResult } from '../shared/api-client.ts'
import { type Dictionaries, LOCALES, useLanguage } from '../shared/language.ts'
import { problemWords, sharedWords } from '../shared/problem-words.ts'
import { PublicHead } from '../shared/public-head.tsx'
import { useAnswer } from '../shared/use-answer.ts'
import { HelpArticle } from './help-article.tsx'
import { type HelpDocument, readHelp } from './help-document.ts'
import { en, type HelpWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<HelpWords> = { en, zh }

/** Where the sources of the bot's answers lead: the company's own help text, as its knowledge pack has it. */
export function HelpPage() {
  const [language, chooseLanguage] = useLanguage()
  const words = dictionaries[language]
  const [result, askAgain] = useAnswer<HelpText>('/api/help')
  const text = result?.ok ? result.value : undefined
  const shown = text && shownLanguage(text.help, language)
  const markdown = shown && text?.help[shown]
  const help = useMemo<HelpDocument | undefined>(
    () => (markdown === undefined ? undefined : readHelp(markdown)),
    [markdown],
  )
  const company = text?.company[language]
  const title = help?.title ?? words.title
  useEffect(() => {
    document.title = company ? `${title} · ${company}` : title
  }, [title, company])

  return (
    <>
      <PublicHead company={company} language={language} onLanguage={chooseLanguage} words={words} mainId="help-text" />
      {help && shown ? (
        <HelpArticle help={help} title={title} locale={LOCALES[shown]} words={words}>
          {shown !== language && <p class="note">{words.otherLanguage}</p>}
        </HelpArticle>
      ) : (
        <main class="sheet" id="help-text" tabIndex={-1} aria-busy={result === undefined}>
          <Absence result={result} language={language} words={words} onAskAgain={askAgain} />
        </main>
      )}
      <footer class="help-foot">
        <a href="/transparency">{words.transparency}</a>
      </footer>
    </>
  )
}

function Absence(props: {
  result: ApiResult<HelpText> | undefined
  language: Language
  words: HelpWords
  onAskAgain: () => void
}) {
  const { result, language, words } = props
  if (result === undefined || result.ok)
    return (
      <>
        <h1>{words.title}</h1>
        <p class="note">{sharedWords[language].loading}</p>
      </>
    )
  if (result.problem.code === 'NOT_FOUND')
    return (
      <>
        <h1>{words.none}</h1>
        <p>{words.noneHint}</p>
      </>
    )
  return (
    <>
      <h1>{words.title}</h1>
      <p class="problem" role="alert">
        {problemWords(result.problem, language)}
      </p>
      <button type="button" class="button" onClick={props.onAskAgain}>
        {sharedWords[language].tryAgain}
      </button>
    </>
  )
}

/** The other language is better than an empty page. */
function shownLanguage(help: HelpText['help'], wanted: Language): Language | undefined {
  const other: Language = wanted === 'en' ? 'zh' : 'en'
  return [wanted, other].find((language) => help[language] !== undefined)
}
