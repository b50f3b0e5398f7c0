import type { DialogflowIntent, DialogflowPhrase } from './dialogflow-schema.ts'
import { agentSchema, entitySchema, entriesSchema, intentSchema, phrasesSchema } from './dialogflow-schema.ts'
import { importProblem } from './import-problem.ts'
import type { ImportedPack, SourceFiles } from './imported-pack.ts'
import { ImportedPackBuilder } from './imported-pack-builder.ts'
import { parseJson } from './parse-json.ts'

const INTENT = /(?:^|\/)intents\/([^/]+)\.json$/
const PHRASES = /(?:^|\/)intents\/([^/]+)_usersays_([a-z]{2,3}(?:-[a-z0-9]+)*)\.json$/i
const ENTITY = /(?:^|\/)entities\/([^/]+)\.json$/
const ENTRIES = /(?:^|\/)entities\/([^/]+)_entries_([a-z]{2,3}(?:-[a-z0-9]+)*)\.json$/i
const AGENT = /(?:^|\/)agent\.json$/
const CX = /\/trainingPhrases\/[^/]+\.json$/

export function isDialogflowFile(name: string): boolean {
  return [INTENT, ENTITY, AGENT, CX].some((pattern) => pattern.test(name))
}

/**
 * A Dialogflow ES agent, as its zip export holds it: intents and their phrases by language, entities, answers.
 * Format: https://cloud.google.com/dialogflow/es/docs/reference/agent-zip-format
 * @throws CandorError IMPORT_INVALID, also for Dialogflow CX.
 */
export function readDialogflow(files: SourceFiles): ImportedPack {
  const builder = new ImportedPackBuilder()
  const cx = [...files.keys()].find((name) => CX.test(name))
  if (cx !== undefined)
    throw importProblem(
      cx,
      'the file',
      'this is an export of Dialogflow CX; only ES is read',
      'Export the agent from Dialogflow ES',
    )

  const intents = new Map<string, DialogflowIntent>()
  for (const [file, bytes] of files) {
    if (PHRASES.test(file) || ENTRIES.test(file)) continue
    const [, intent] = INTENT.exec(file) ?? []
    const [, entity] = ENTITY.exec(file) ?? []
    if (intent !== undefined) intents.set(intent, addIntent(builder, file, parseJson(file, bytes, intentSchema)))
    else if (entity !== undefined) {
      const { name, isRegexp } = parseJson(file, bytes, entitySchema)
      builder.addEntity({ name: name ?? entity, where: file })
      if (isRegexp)
        builder.drop(
          `the patterns of "${name ?? entity}"`,
          file,
          'Candor finds details by their type, not by a pattern',
        )
    } else if (AGENT.test(file)) builder.name ??= parseJson(file, bytes, agentSchema).displayName ?? undefined
    else builder.drop(`the file ${file}`, file, 'it belongs to no intent and no entity')
  }
  for (const [file, bytes] of files) {
    const [, named, tag] = PHRASES.exec(file) ?? []
    const [, entity] = ENTRIES.exec(file) ?? []
    if (named !== undefined) {
      const phrases = parseJson(file, bytes, phrasesSchema)
      const intent = intents.get(named)
      for (const [index, phrase] of phrases.entries())
        addPhrase(builder, intent ?? { name: named }, phrase, phrase.lang ?? tag, `${file}, [${index}]`)
    } else if (entity !== undefined) {
      const entries = parseJson(file, bytes, entriesSchema).filter(({ value }) => !value.startsWith('@'))
      builder.addEntity({
        name: entity,
        where: file,
        values: entries.map(({ value, synonyms }) => ({ value, synonyms: synonyms ?? [] })),
      })
    }
  }
  return builder.build()
}

function addIntent(builder: ImportedPackBuilder, file: string, intent: DialogflowIntent): DialogflowIntent {
  const { name, fallbackIntent, parentId, webhookUsed, contexts, events } = intent
  const drop = (what: string, why: string) => builder.drop(`${what} of "${name}"`, file, why)
  const response = intent.responses?.[0]
  if (parentId != null)
    drop('the follow-up intent', 'it means something only after its parent; its phrases are listed too')
  else if (!fallbackIntent) builder.addNeed(name, file)
  for (const context of contexts ?? [])
    drop(`the input context ${JSON.stringify(context)}`, 'a need is understood in every context')
  for (const event of events ?? []) drop(`the event ${event.name}`, 'events start no need')
  if (webhookUsed) drop('the webhook', 'it is a program of your own')
  if (parentId == null && !fallbackIntent)
    for (const { name: as, dataType, required, prompts, value } of response?.parameters ?? []) {
      const entity = (dataType ?? as).replace(/^@/, '')
      if (entity.startsWith('sys.')) builder.addEntity({ name: entity, prebuilt: entity, where: file })
      builder.mentionEntity({
        label: name,
        entity,
        as,
        required: required ?? false,
        prompts: (prompts ?? []).map(({ lang, value: text }) => ({ text, ...(lang != null && { tag: lang }) })),
        where: file,
      })
      if (value?.startsWith('#')) drop(`the value ${value} of "${as}"`, 'details come from what the customer writes')
    }
  addAnswers(builder, file, intent)
  // Exports before 2018 hold the phrases in the intent itself.
  for (const [index, phrase] of (intent.userSays ?? []).entries())
    addPhrase(builder, intent, phrase, phrase.lang ?? undefined, `${file}, userSays[${index}]`)
  return intent
}

/** All text messages of a language are said one after the other; of each, Dialogflow picks one wording. */
function addAnswers(builder: ImportedPackBuilder, file: string, intent: DialogflowIntent): void {
  const byLanguage = new Map<string | undefined, string[]>()
  for (const [index, message] of (intent.responses?.[0]?.messages ?? []).entries()) {
    const where = `${file}, responses[0].messages[${index}]`
    const [first = '', ...others] = typeof message.speech === 'string' ? [message.speech] : (message.speech ?? [])
    const own = intent.parentId == null && !intent.fallbackIntent
    if (!['0', 'message'].includes(String(message.type)) || message.platform != null || !own) {
      const shown = first === '' ? JSON.stringify(message) : `"${first}"`
      if (first !== '' || String(message.type) !== '0')
        builder.drop(
          `the response ${shown} of "${intent.name}"`,
          where,
          own ? 'answers are text for every channel' : 'its intent is not carried over as a need',
        )
      continue
    }
    for (const other of others)
      builder.drop(
        `the answer "${other}" of "${intent.name}"`,
        where,
        'a need has one answer in each language; the first was kept',
      )
    if (first !== '')
      byLanguage.set(message.lang ?? undefined, [...(byLanguage.get(message.lang ?? undefined) ?? []), first])
  }
  for (const [tag, texts] of byLanguage)
    builder.addAnswer({ label: intent.name, text: texts.join('\n'), tag, where: `${file}, responses[0].messages` })
}

function addPhrase(
  builder: ImportedPackBuilder,
  { name, parentId, fallbackIntent }: DialogflowIntent,
  { data, isTemplate }: DialogflowPhrase,
  tag: string | undefined,
  where: string,
): void {
  const text = data
    .map((part) => part.text)
    .join('')
    .trim()
  const whyNot =
    parentId != null
      ? 'its intent means something only after its parent'
      : isTemplate
        ? 'it is a template with places for entities. Write it out as examples'
        : undefined
  if (whyNot !== undefined) {
    builder.drop(`the phrase "${text}" of "${name}"`, where, whyNot)
    return
  }
  builder.addExample({ text, label: name, tag, where, ...(fallbackIntent && { outOfScope: true as const }) })
  if (fallbackIntent) return
  for (const { meta, alias } of data) {
    if (meta == null || meta === '@sys.ignore') continue
    const entity = meta.replace(/^@/, '')
    if (entity.startsWith('sys.')) builder.addEntity({ name: entity, prebuilt: entity, where })
    builder.mentionEntity({ label: name, entity, where, ...(alias != null && alias !== '' && { as: alias }) })
  }
}
