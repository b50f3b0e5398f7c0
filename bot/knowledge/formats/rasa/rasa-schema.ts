import { z } from 'zod'

const metadata = z.unknown().optional()
const word = z.union([z.string(), z.number(), z.boolean()]).transform(String)

const nluItem = z.looseObject({
  intent: word.nullish(),
  synonym: word.nullish(),
  regex: word.nullish(),
  lookup: word.nullish(),
  metadata,
  examples: z.union([z.string(), z.array(z.looseObject({ text: word, metadata }))]).nullish(),
})

const response = z.looseObject({
  text: word.nullish(),
  channel: word.nullish(),
  condition: z
    .array(z.looseObject({ type: word.nullish(), name: word.nullish(), value: z.unknown().optional() }))
    .nullish(),
})

/** A name, or a name with its settings below it. */
const nameOrObject = z.union([word, z.record(z.string(), z.unknown())])

const steps = z.array(z.looseObject({ intent: word.nullish(), action: word.nullish() })).nullish()

/** What Candor reads of a Rasa YAML file: training data and domain may stand in any file. */
export const rasaFileSchema = z.looseObject({
  nlu: z.array(nluItem).nullish(),
  responses: z.record(z.string(), z.array(response).nullish()).nullish(),
  intents: z.array(nameOrObject).nullish(),
  entities: z.array(nameOrObject).nullish(),
  slots: z.record(z.string(), z.unknown()).nullish(),
  forms: z.record(z.string(), z.unknown()).nullish(),
  actions: z.array(nameOrObject).nullish(),
  rules: z.array(z.looseObject({ rule: word.nullish(), steps, condition: z.unknown().optional() })).nullish(),
  stories: z.array(z.looseObject({ story: word.nullish() })).nullish(),
})

export type RasaFile = z.infer<typeof rasaFileSchema>
export type NluItem = z.infer<typeof nluItem>
export type RasaResponse = z.infer<typeof response>

export function nameOf(item: z.infer<typeof nameOrObject>): string {
  return typeof item === 'string' ? item : (Object.keys(item)[0] ?? '')
}

const languageMetadata = z.looseObject({ language: z.string() })

/** `metadata: { language: zh }`, as the export writes it; Rasa itself leaves metadata to its users. */
export function tagIn(...metadatas: unknown[]): string | undefined {
  for (const one of metadatas) {
    const read = languageMetadata.safeParse(one)
    if (read.success) return read.data.language
  }
  return undefined
}
