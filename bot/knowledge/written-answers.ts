import type { Language, LocalizedText } from '../../domain/index.ts'
import type { ImportedAnswer, NotCarried } from './formats/imported-pack.ts'
import { speak } from './spoken-texts.ts'

/** A place to fill: `{order}`, `${user.name}`, Dialogflow's `$order-id` and `#context.order`. Money (`$5`) is none. */
const PLACE_TO_FILL = /\{\s*[\p{L}_@][^{}\n]*\}|\$[a-z][\w.-]*|(?<![\w/])#[a-z][\w-]*\.[a-z][\w.-]*/iu

/**
 * The answers that came with the source, one per label and language: the first.
 * An answer that a program was to complete is not one that Candor can say.
 */
export function writtenAnswers(
  answers: readonly ImportedAnswer[],
  labels: ReadonlySet<string>,
  language: Language | 'auto',
): { texts: Map<string, LocalizedText>; urls: Map<string, string>; notCarried: NotCarried[] } {
  const texts = new Map<string, LocalizedText>()
  const urls = new Map<string, string>()
  const { spoken, unspoken: notCarried } = speak(answers, language)
  for (const answer of spoken) {
    const { label, text, where, url } = answer
    const drop = (why: string) => notCarried.push({ what: `the answer "${text}" of "${label}"`, where, why })
    const written = texts.get(label)
    if (!labels.has(label)) drop('no need of this name has an example')
    else if (PLACE_TO_FILL.test(text)) drop('it has a place that a program fills in. Write it out in the pack')
    else if (written?.[answer.language] === withoutBraces(text)) continue
    else if (written?.[answer.language] !== undefined)
      drop('a need has one answer in each language; the first was kept')
    else {
      if (withoutBraces(text) !== text)
        notCarried.push({
          what: `the braces in "${text}"`,
          where,
          why: 'braces mark a detail in a pack; written as ( )',
        })
      texts.set(label, { ...written, [answer.language]: withoutBraces(text) })
      if (url !== undefined && !urls.has(label)) urls.set(label, url)
    }
  }
  return { texts, urls, notCarried }
}

function withoutBraces(text: string): string {
  return text.replaceAll('{', '(').replaceAll('}', ')')
}
