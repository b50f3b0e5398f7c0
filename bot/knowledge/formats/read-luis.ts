import { z } from 'zod'
import type { ImportedPack, SourceFiles } from './imported-pack.ts'
import { ImportedPackBuilder } from './imported-pack-builder.ts'
import { addPattern } from './lu/pattern.ts'
import { parseJson } from './parse-json.ts'
import { NONE_INTENT } from './read-clu.ts'

const named = z.looseObject({ name: z.string() })

interface LuisLabel {
  entity: string
  role?: string | null | undefined
  children?: LuisLabel[] | null | undefined
}
const labelSchema: z.ZodType<LuisLabel> = z.looseObject({
  entity: z.string(),
  role: z.string().nullish(),
  children: z.lazy(() => z.array(labelSchema)).nullish(),
})

const appSchema = z.looseObject({
  name: z.string().nullish(),
  culture: z.string().nullish(),
  intents: z.array(named).nullish(),
  entities: z.array(named).nullish(),
  prebuiltEntities: z.array(named).nullish(),
  closedLists: z
    .array(
      z.looseObject({
        name: z.string(),
        subLists: z
          .array(z.looseObject({ canonicalForm: z.string().nullish(), list: z.array(z.string()).nullish() }))
          .nullish(),
      }),
    )
    .nullish(),
  regex_entities: z.array(z.looseObject({ name: z.string(), regexPattern: z.string().nullish() })).nullish(),
  utterances: z
    .array(z.looseObject({ text: z.string(), intent: z.string(), entities: z.array(labelSchema).nullish() }))
    .nullish(),
  patterns: z.array(z.looseObject({ pattern: z.string(), intent: z.string() })).nullish(),
})

/** Lists that say something only to LUIS's own learner. */
const LUIS_ONLY = [
  'composites',
  'hierarchicals',
  'patternAnyEntities',
  'phraselists',
  'model_features',
  'regex_features',
]

/**
 * A LUIS app, as its JSON export gives it (schema versions 2 to 7).
 * Format: https://learn.microsoft.com/azure/ai-services/luis/app-schema-definition
 */
export function readLuis(files: SourceFiles): ImportedPack {
  const builder = new ImportedPackBuilder()
  for (const [file, bytes] of files) readApp(builder, file, parseJson(file, bytes, appSchema))
  return builder.build()
}

function readApp(builder: ImportedPackBuilder, file: string, app: z.infer<typeof appSchema>): void {
  const at = (list: string, index: number) => `${file}, ${list}[${index}]`
  const tag = app.culture ?? undefined
  builder.name ??= app.name ?? undefined
  for (const [index, { name }] of (app.intents ?? []).entries())
    if (!NONE_INTENT.test(name)) builder.addNeed(name, at('intents', index))
  for (const [index, { name }] of (app.entities ?? []).entries())
    builder.addEntity({ name, where: at('entities', index) })
  for (const [index, { name }] of (app.prebuiltEntities ?? []).entries())
    builder.addEntity({ name, prebuilt: name, where: at('prebuiltEntities', index) })
  for (const [index, { name, subLists }] of (app.closedLists ?? []).entries()) {
    const values = (subLists ?? []).map(({ canonicalForm, list }) => ({
      value: canonicalForm ?? list?.[0] ?? '',
      synonyms: list ?? [],
    }))
    builder.addEntity({ name, values, where: at('closedLists', index) })
  }
  for (const [index, { name, regexPattern }] of (app.regex_entities ?? []).entries())
    builder.addEntity({
      name,
      where: at('regex_entities', index),
      ...(regexPattern != null && { pattern: regexPattern }),
    })

  for (const [index, { text, intent, entities }] of (app.utterances ?? []).entries()) {
    const where = at('utterances', index)
    const none = NONE_INTENT.test(intent)
    builder.addExample({ text, label: intent, tag, where, ...(none && { outOfScope: true as const }) })
    if (!none) mention(builder, intent, entities ?? [], where)
  }
  for (const [index, { pattern, intent }] of (app.patterns ?? []).entries())
    addPattern(builder, { pattern, label: intent, tag, where: at('patterns', index) })
  for (const list of LUIS_ONLY) {
    const items = z.array(named).safeParse(app[list])
    for (const [index, { name }] of (items.data ?? []).entries())
      builder.drop(`"${name}" of ${list}`, at(list, index), "it steers LUIS's own learner")
  }
}

function mention(builder: ImportedPackBuilder, label: string, labels: LuisLabel[], where: string): void {
  for (const { entity, role, children } of labels) {
    builder.mentionEntity({ label, entity, where, ...(role != null && role !== '' && { as: role }) })
    mention(builder, label, children ?? [], where)
  }
}
