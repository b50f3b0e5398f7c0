import { z } from 'zod'
import type { SourceEntity } from './entity.ts'
import type { ImportedPack, SourceFiles } from './imported-pack.ts'
import { ImportedPackBuilder } from './imported-pack-builder.ts'
import { parseJson } from './parse-json.ts'

/** Intent that every CLU and LUIS project has for what is none of the others. */
export const NONE_INTENT = /^none$/i

const entitySchema = z.looseObject({
  category: z.string(),
  prebuilts: z.array(z.looseObject({ category: z.string() })).nullish(),
  list: z
    .looseObject({
      sublists: z
        .array(
          z.looseObject({
            listKey: z.string(),
            synonyms: z.array(z.looseObject({ values: z.array(z.string()).nullish() })).nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
  regex: z
    .looseObject({ expressions: z.array(z.looseObject({ regexPattern: z.string().nullish() })).nullish() })
    .nullish(),
})

const projectSchema = z.looseObject({
  metadata: z
    .looseObject({
      projectName: z.string().nullish(),
      language: z.string().nullish(),
      projectKind: z.string().nullish(),
    })
    .nullish(),
  assets: z.looseObject({
    intents: z.array(z.looseObject({ category: z.string(), orchestration: z.unknown().optional() })).nullish(),
    entities: z.array(entitySchema).nullish(),
    utterances: z
      .array(
        z.looseObject({
          text: z.string(),
          intent: z.string(),
          language: z.string().nullish(),
          dataset: z.string().nullish(),
          entities: z.array(z.looseObject({ category: z.string() })).nullish(),
        }),
      )
      .nullish(),
  }),
})

/**
 * A conversational language understanding project (Azure AI Language), as its "Export" gives it.
 * Format: https://learn.microsoft.com/azure/ai-services/language-service/conversational-language-understanding/concepts/data-formats
 */
export function readClu(files: SourceFiles): ImportedPack {
  const builder = new ImportedPackBuilder()
  for (const [file, bytes] of files) readProject(builder, file, parseJson(file, bytes, projectSchema))
  return builder.build()
}

function readProject(builder: ImportedPackBuilder, file: string, { metadata, assets }: z.infer<typeof projectSchema>) {
  const at = (list: string, index: number) => `${file}, assets.${list}[${index}]`
  builder.name ??= metadata?.projectName ?? undefined
  for (const [index, { category, orchestration }] of (assets.intents ?? []).entries()) {
    if (!NONE_INTENT.test(category)) builder.addNeed(category, at('intents', index))
    if (orchestration != null)
      builder.drop(`the project that "${category}" leads to`, at('intents', index), 'import that project by itself')
  }

  for (const [index, entity] of (assets.entities ?? []).entries())
    builder.addEntity(sourceEntity(builder, entity, at('entities', index)))

  for (const [index, utterance] of (assets.utterances ?? []).entries()) {
    const where = at('utterances', index)
    const { text, intent, language, dataset, entities } = utterance
    const none = NONE_INTENT.test(intent)
    builder.addExample({
      text,
      label: intent,
      where,
      tag: language ?? metadata?.language ?? undefined,
      ...(none && { outOfScope: true as const }),
    })
    if (dataset?.toLowerCase() === 'test')
      builder.drop(
        `that "${text}" belongs to the test set`,
        where,
        'a pack has examples only; keep test messages in a CSV for "nlu evaluate"',
      )
    for (const { category } of entities ?? [])
      if (!none) builder.mentionEntity({ label: intent, entity: category, where })
  }
  for (const key of Object.keys(assets))
    if (!['projectKind', 'intents', 'entities', 'utterances'].includes(key))
      builder.drop(`"${key}" of the project`, `${file}, assets.${key}`, 'Candor has no place for it')
}

function sourceEntity(builder: ImportedPackBuilder, entity: z.infer<typeof entitySchema>, where: string): SourceEntity {
  const values = entity.list?.sublists?.map(({ listKey, synonyms }) => ({
    value: listKey,
    synonyms: (synonyms ?? []).flatMap((one) => one.values ?? []),
  }))
  for (const { regexPattern } of entity.regex?.expressions ?? [])
    if (regexPattern != null)
      builder.drop(
        `the pattern /${regexPattern}/ of "${entity.category}"`,
        where,
        'Candor finds details by their type, not by a pattern',
      )
  const prebuilt = entity.prebuilts?.[0]?.category
  return {
    name: entity.category,
    where,
    ...(prebuilt !== undefined && { prebuilt }),
    ...(values !== undefined && values.length > 0 && { values }),
  }
}
