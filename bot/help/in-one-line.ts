import {
  bothLanguages,
  type DialogueState,
  ENTITY_TYPES,
  type Escalation,
  LANGUAGES,
  type Language,
  localize,
  type Need,
  WORTH_NAMING,
} from '../../domain/index.ts'
import type { Mind } from '../turn/mind.ts'
import { missingDetails } from '../turn/missing-details.ts'
import { topicsOf } from './dialogue-now.ts'
import { ENTITY_WORDS } from './entity-words.ts'

const WORDS: Record<Language, { unclear: string; onlyPerson: string; missing(details: string): string; and: string }> =
  {
    en: {
      unclear: 'Not clear yet what they need',
      onlyPerson: 'Wants a person, and has not said what about',
      missing: (details) => `still missing: ${details}`,
      and: ', ',
    },
    zh: {
      unclear: '还不清楚顾客需要什么',
      onlyPerson: '要求转人工，还没有说是什么事',
      missing: (details) => `还缺：${details}`,
      and: '、',
    },
  }

/**
 * What the customer needs, for the eye of an agent who has a second: the likeliest need, the details given for it, and
 * what is missing. In both languages, from the pack's titles; the customer's own words are not translated.
 */
export function inOneLine(
  mind: Pick<Mind, 'needs'>,
  dialogue: Pick<DialogueState, 'belief' | 'details'>,
  escalation: Pick<Escalation, 'need' | 'reasons'> | undefined,
): Record<Language, string> {
  const [first] = topicsOf(dialogue, mind, escalation?.need)
  const need = first && first.probability >= WORTH_NAMING ? mind.needs.get(first.need) : undefined
  return bothLanguages(Object.fromEntries(LANGUAGES.map((language) => [language, line(language)])))

  function line(language: Language): string {
    const words = WORDS[language]
    if (!need) return escalation?.reasons.includes('asked-for-person') ? words.onlyPerson : words.unclear
    const missing = missingDetails(need, dialogue.details).map(({ name }) => detailWord(need, name, language))
    const given = need.details.flatMap(({ name }) => {
      const value = dialogue.details[name]
      return value === undefined ? [] : [`${detailWord(need, name, language)} ${value}`]
    })
    return [
      localize(need.title, language),
      ...given,
      ...(missing.length > 0 ? [words.missing(missing.join(words.and))] : []),
    ].join(' · ')
  }
}

/** A detail has no title; its type has, and a name of its own is better than none. */
function detailWord({ details }: Need, name: string, language: Language): string {
  const type = ENTITY_TYPES.find((known) => known === details.find((detail) => detail.name === name)?.type)
  return type ? ENTITY_WORDS[type][language] : name
}
