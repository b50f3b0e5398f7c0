import { z } from 'zod'

const phrase = z.looseObject({
  data: z.array(z.looseObject({ text: z.string(), meta: z.string().nullish(), alias: z.string().nullish() })),
  isTemplate: z.boolean().nullish(),
  lang: z.string().nullish(),
})

/** `intents/NAME.json` */
export const intentSchema = z.looseObject({
  name: z.string(),
  parentId: z.string().nullish(),
  fallbackIntent: z.boolean().nullish(),
  webhookUsed: z.boolean().nullish(),
  contexts: z.array(z.unknown()).nullish(),
  events: z.array(z.looseObject({ name: z.string() })).nullish(),
  responses: z
    .array(
      z.looseObject({
        parameters: z
          .array(
            z.looseObject({
              name: z.string(),
              dataType: z.string().nullish(),
              required: z.boolean().nullish(),
              value: z.string().nullish(),
              prompts: z.array(z.looseObject({ lang: z.string().nullish(), value: z.string() })).nullish(),
            }),
          )
          .nullish(),
        messages: z
          .array(
            z.looseObject({
              type: z.union([z.string(), z.number()]).nullish(),
              lang: z.string().nullish(),
              platform: z.string().nullish(),
              speech: z.union([z.string(), z.array(z.string())]).nullish(),
            }),
          )
          .nullish(),
      }),
    )
    .nullish(),
  userSays: z.array(phrase).nullish(),
})

/** `intents/NAME_usersays_LANGUAGE.json` */
export const phrasesSchema = z.array(phrase)

/** `entities/NAME.json` */
export const entitySchema = z.looseObject({ name: z.string().nullish(), isRegexp: z.boolean().nullish() })

/** `entities/NAME_entries_LANGUAGE.json` */
export const entriesSchema = z.array(z.looseObject({ value: z.string(), synonyms: z.array(z.string()).nullish() }))

export const agentSchema = z.looseObject({ displayName: z.string().nullish() })

export type DialogflowIntent = z.infer<typeof intentSchema>
export type DialogflowPhrase = z.infer<typeof phrase>
