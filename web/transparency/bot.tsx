import type { CompanyFacts, Language } from '../../bot/http/api.ts'
import { LOCALES } from '../shared/language.ts'
import { percent } from '../shared/numbers.ts'
import { List } from './list.tsx'
import type { OpenWords } from './words/en.ts'

/** What the bot cannot do, and what it is held to. */
export function Bot(props: { facts: CompanyFacts; language: Language; words: OpenWords }) {
  const { facts, language, words } = props
  const { bot } = words
  const { atMostWrong, confidence, days } = facts.guarantee
  const names = new Intl.DisplayNames(LOCALES[language], { type: 'language' })
  const spoken = new Intl.ListFormat(LOCALES[language]).format(facts.languages.map((each) => names.of(each) ?? each))
  return (
    <section aria-labelledby="bot">
      <h2 id="bot">{bot.title}</h2>
      <List items={[...bot.items, bot.languages(spoken)]} />
      <h3>{bot.toPerson}</h3>
      <p>{bot.toPersonAlways}</p>
      {facts.toPerson.length > 0 && (
        <>
          <p>{bot.toPersonNeeds}</p>
          <List items={facts.toPerson.map((title) => title[language])} />
        </>
      )}
      <h3>{bot.heldTo}</h3>
      <p>{bot.guarantee(percent(atMostWrong, language), percent(confidence, language), days)}</p>
      <p>{bot.until(percent(facts.answersAbove, language))}</p>
    </section>
  )
}
