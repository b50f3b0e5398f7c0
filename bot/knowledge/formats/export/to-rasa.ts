import { Scalar, stringify } from 'yaml'
import type { KnowledgePack, Language } from '../../../../domain/index.ts'
import { LANGUAGES } from '../../../../domain/index.ts'
import { looksAnnotated } from '../rasa/annotated-text.ts'
import type { ExportedPack } from './exported-pack.ts'
import { examplesOf, fileOf, intentNames, packOnlyParts } from './exported-pack.ts'

/** The name that Rasa's documentation uses. */
const NONE = 'out_of_scope'
const VERSION = '3.1'

/** Python ends a line at each of these, and so would Rasa. */
const LINE_END = /[\p{Cc}\u2028\u2029]/u

/**
 * `nlu.yml` and `domain.yml` of Rasa 3. Examples carry their language as metadata; answers in other languages than the
 * pack's first stand under the condition that the slot `language` has it.
 */
export function toRasa(pack: KnowledgePack): ExportedPack {
  const why = `Rasa keeps the intents "${NONE}" and "nlu_fallback" for what is none of the others`
  const { names, notCarried } = intentNames(pack, { reserved: [NONE, 'nlu_fallback'], adapt: (label) => label, why })

  const writable = (texts: { text: string; language: Language }[], where: string) =>
    texts.filter(({ text }) => {
      if (!looksAnnotated(text)) return true
      notCarried.push({ what: `the example "${text}"`, where, why: 'Rasa would read its brackets as an entity' })
      return false
    })
  const nlu = (intent: string, examples: { text: string; language: Language }[]) =>
    LANGUAGES.flatMap((language) => {
      const texts = examples.filter((example) => example.language === language).map(({ text }) => text)
      return texts.length === 0 ? [] : [{ intent, metadata: { language }, examples: asExamples(texts) }]
    })

  const none = writable(examplesOf(pack.outOfScope), 'out-of-scope.yaml')
  const items = pack.needs.flatMap((need) =>
    nlu(names.get(need) ?? need.name, writable(examplesOf(need.examples), fileOf(need))),
  )
  const intents = [...names.values(), ...(none.length > 0 ? [NONE] : [])]
  const answered = pack.needs.filter(({ answer }) => !answer.draft)
  const domain = {
    version: VERSION,
    // A retrieval intent `faq/hours` is declared as `faq`.
    intents: [...new Set(intents.map((intent) => intent.split('/')[0] || intent))],
    slots: slotsOf(pack),
    responses: Object.fromEntries(
      answered.map((need) => [`utter_${names.get(need)}`, variations(pack, need.answer.text)]),
    ),
  }
  return {
    files: new Map([
      ['nlu.yml', write({ version: VERSION, nlu: [...items, ...nlu(NONE, none)] })],
      ['domain.yml', write(domain)],
    ]),
    answers: answered.length,
    outOfScope: none.length,
    notCarried: [...notCarried, ...packOnlyParts(pack, true)],
  }
}

/** Lines with a dash; a text with a line end inside needs the longer form. */
function asExamples(texts: string[]): string | { text: Scalar<string> }[] {
  if (!texts.some((text) => LINE_END.test(text))) return texts.map((text) => `- ${text}\n`).join('')
  return texts.map((text) => ({ text: quoted(text) }))
}

function variations({ defaultLanguage, languages }: KnowledgePack, text: Partial<Record<Language, string>>) {
  const others = languages.filter((language) => language !== defaultLanguage)
  return [defaultLanguage, ...others].flatMap((language) => {
    const said = text[language]
    if (said === undefined) return []
    const condition =
      language === defaultLanguage ? {} : { condition: [{ type: 'slot', name: 'language', value: language }] }
    return [{ ...condition, text: quoted(said) }]
  })
}

/** Answers fill in details by `{name}`, which Rasa takes from slots. */
function slotsOf({ needs, languages }: KnowledgePack) {
  const own = { mappings: [{ type: 'custom' }] }
  const details = [...new Set(needs.flatMap((need) => need.details.map(({ name }) => name)))]
  return {
    ...(languages.length > 1 && { language: { type: 'categorical', values: languages, ...own } }),
    ...Object.fromEntries(details.map((name) => [name, { type: 'text', ...own }])),
  }
}

function quoted(text: string): Scalar<string> {
  const scalar = new Scalar(text)
  scalar.type = Scalar.QUOTE_DOUBLE
  return scalar
}

function write(content: unknown): string {
  return stringify(content, { lineWidth: 0, blockQuote: 'literal' })
}
