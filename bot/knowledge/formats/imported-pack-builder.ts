import type { SourceEntity } from './entity.ts'
import { detailNameOf, detailTypeOf, MOST_CHOICES } from './entity.ts'
import type { ImportedAnswer, ImportedDetail, ImportedExample, ImportedPack, NotCarried } from './imported-pack.ts'
import { labelsByValue } from './said-values.ts'

/** That an intent's examples carry an entity, and under which name (a role, a parameter). */
interface Mention {
  label: string
  entity: string
  as?: string
  required?: boolean
  prompts?: ImportedDetail['prompts']
  where: string
}

/** In UTF-16 units, as for a customer's message: a longer example could never be said. */
const LONGEST_EXAMPLE = 4_000

/** Gathers what a reader finds. Texts are trimmed; entities become details when everything has been seen. */
export class ImportedPackBuilder {
  name: string | undefined
  readonly #examples: ImportedExample[] = []
  readonly #answers: ImportedAnswer[] = []
  readonly #declared = new Map<string, string>()
  readonly #notCarried: NotCarried[] = []
  readonly #entities = new Map<string, SourceEntity>()
  readonly #mentions = new Map<string, Mention>()

  addNeed(label: string, where: string): void {
    if (!this.#declared.has(label)) this.#declared.set(label, where)
  }

  addExample(example: Omit<ImportedExample, 'tag'> & { tag?: string | undefined }): void {
    const { tag, ...rest } = example
    const text = example.text.trim()
    if (text === '')
      this.drop(`an empty example of "${example.label}"`, example.where, 'there is nothing to learn from')
    else this.#examples.push({ ...rest, text, ...(tag !== undefined && { tag }) })
  }

  addAnswer(
    answer: Omit<ImportedAnswer, 'tag' | 'url'> & { tag?: string | undefined; url?: string | undefined },
  ): void {
    const { tag, url, ...rest } = answer
    const text = answer.text.trim()
    if (text === '') return
    this.#answers.push({ ...rest, text, ...(tag !== undefined && { tag }), ...(url !== undefined && { url }) })
  }

  /**
   * Whether a line with labels in it is short enough to be looked through; the one that is not is listed.
   * Labels are found by regular expressions, which a line without end would keep busy.
   */
  takesLine(line: string, label: string, where: string): boolean {
    if (line.length <= LONGEST_EXAMPLE) return true
    const what = `an example of "${label}" with ${line.length} characters, which begins "${line.slice(0, 60)}"`
    this.drop(what, where, `no message has more than ${LONGEST_EXAMPLE}`)
    return false
  }

  /** Later declarations add to earlier ones: some formats declare an entity in one place and fill it in another. */
  addEntity(entity: SourceEntity): void {
    const before = this.#entities.get(entity.name)
    const values = [...(before?.values ?? []), ...(entity.values ?? [])]
    this.#entities.set(entity.name, { ...entity, ...before, ...(values.length > 0 && { values: joinValues(values) }) })
  }

  mentionEntity(mention: Mention): void {
    const key = JSON.stringify([mention.label, mention.entity, mention.as])
    if (!this.#mentions.has(key)) this.#mentions.set(key, mention)
  }

  drop(what: string, where: string, why: string): void {
    this.#notCarried.push({ what, where, why })
  }

  build(): ImportedPack {
    const details = this.#details()
    return {
      ...(this.name !== undefined && this.name.trim() !== '' && { name: this.name.trim() }),
      examples: this.#examples,
      answers: this.#answers,
      details,
      declared: this.#declared,
      notCarried: this.#notCarried,
    }
  }

  #details(): ImportedDetail[] {
    for (const { entity, where } of this.#mentions.values())
      if (!this.#entities.has(entity)) this.#entities.set(entity, { name: entity, where })
    const details: ImportedDetail[] = []
    const saying = labelsByValue(this.#entities.values(), this.#examples)
    for (const entity of this.#entities.values())
      details.push(...this.#detailsOf(entity, saying.get(entity.name) ?? new Set()))
    return details
  }

  #detailsOf(entity: SourceEntity, saying: ReadonlySet<string>): ImportedDetail[] {
    const { name, where, values = [], pattern } = entity
    const mentions = [...this.#mentions.values()].filter((mention) => mention.entity === name)
    for (const label of saying)
      if (!mentions.some((mention) => mention.label === label)) mentions.push({ label, entity: name, where })

    // A role says more of what is wanted than the entity behind it, but only the entity knows its type.
    const type = detailTypeOf(entity)
    const details = mentions.flatMap((mention): ImportedDetail[] => {
      const found = type ?? (mention.as === undefined ? undefined : detailTypeOf({ name: mention.as, where }))
      const { label, required = false, prompts = [] } = mention
      if (found === undefined) return []
      const called = detailNameOf(mention.as ?? name) ?? found
      const choices = found === 'choice' ? { choices: values.map(({ value }) => value) } : {}
      return [{ label, name: called, type: found, required, prompts, where: mention.where, ...choices }]
    })

    if (details.length === 0) this.drop(`the entity "${name}"${valuesInWords(values)}`, where, whyNot(entity, type))
    if (pattern !== undefined)
      this.drop(`the pattern /${pattern}/ of "${name}"`, where, 'Candor finds details by their type, not by a pattern')
    if (details.some((detail) => detail.type === 'choice'))
      for (const { value, synonyms } of values) {
        if (synonyms.length > 0)
          this.drop(`"${value}" in "${name}" said as ${synonyms.join(', ')}`, where, 'a choice has no synonyms')
      }
    return details
  }
}

/** A synonym that differs in capitals alone says nothing new. */
function joinValues(values: { value: string; synonyms: string[] }[]): { value: string; synonyms: string[] }[] {
  const joined = new Map<string, Set<string>>()
  for (const { value, synonyms } of values.map(trimmed)) {
    const all = joined.get(value) ?? new Set<string>()
    for (const synonym of synonyms) if (synonym.toLowerCase() !== value.toLowerCase()) all.add(synonym)
    if (value !== '') joined.set(value, all)
  }
  return [...joined].map(([value, synonyms]) => ({ value, synonyms: [...synonyms] }))
}

function trimmed({ value, synonyms }: { value: string; synonyms: string[] }) {
  return {
    value: value.trim(),
    synonyms: synonyms.map((synonym) => synonym.trim()).filter((synonym) => synonym !== ''),
  }
}

function valuesInWords(values: { value: string }[]): string {
  return values.length === 0 ? '' : ` (${values.map(({ value }) => value).join(', ')})`
}

function whyNot({ values }: SourceEntity, type: string | undefined): string {
  if (values !== undefined && values.length > MOST_CHOICES)
    return `it has ${values.length} values; a choice of more than ${MOST_CHOICES} does not fit a chat`
  if (type !== undefined) return 'no example of a need carries it, so no need would ask for it'
  return 'Candor has no type of detail that clearly matches it'
}
