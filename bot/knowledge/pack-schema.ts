import { z } from 'zod'
import { ENTITY_TYPES, LANGUAGES, NEED_ROLES } from '../../domain/index.ts'

/** Group of the needs that came from elsewhere, until somebody sorts them. */
export const IMPORTED_GROUP = 'imported'

/** Lower-case words of any script joined by hyphens: safe as a file name, readable in a URL. */
export const NEED_NAME = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u

const text = z.string().trim().min(1)
const localizedText = z.strictObject({ en: text.exactOptional(), zh: text.exactOptional() })
const localizedExamples = z.strictObject({ en: z.array(text).default([]), zh: z.array(text).default([]) })

const url = text.refine(isLinkACustomerCanFollow, {
  error:
    'must be an address that a customer can follow. Write "https://…", or a path on the own site such as "/help#delivery"',
})

const detail = z.strictObject({
  name: text.regex(/^[a-z][A-Za-z0-9]*$/, {
    error: 'must be one word of letters and digits that starts with a small letter, such as "orderNumber"',
  }),
  type: z.enum([...ENTITY_TYPES, 'text', 'choice']),
  required: z.boolean().default(true),
  weight: z.number().positive().default(1),
  prompt: localizedText,
  choices: z.array(localizedText).min(2).exactOptional(),
})

/** `pack.yaml`: the company, once. */
export const packFileSchema = z.strictObject({
  name: text.regex(NEED_NAME, { error: 'must be small letters and hyphens, such as "demo-shop"' }),
  title: localizedText,
  languages: z.array(z.enum(LANGUAGES)).min(1),
  defaultLanguage: z.enum(LANGUAGES),
  timeZone: text,
  products: z.array(text).default([]),
})

/** `needs/NAME.yaml`: one need; the file's name is the need's. */
export const needFileSchema = z.strictObject({
  label: text.exactOptional(),
  role: z.enum(NEED_ROLES).default('task'),
  title: localizedText,
  group: text.default('general'),
  examples: localizedExamples,
  details: z.array(detail).default([]),
  answer: z.strictObject({
    text: localizedText,
    source: z.strictObject({ title: localizedText, url: url.exactOptional() }).exactOptional(),
    promise: z
      .strictObject({
        what: localizedText,
        withinHours: z.number().positive().max(8760),
        hours: z.literal('open').exactOptional(),
        from: z.literal('handover').exactOptional(),
        toldBy: z.literal('customer').exactOptional(),
      })
      .exactOptional(),
    draft: z.boolean().default(false),
  }),
})

/** `out-of-scope.yaml`: messages that are none of the needs. */
export const outOfScopeFileSchema = z.strictObject({ examples: localizedExamples })

/** `replies.yaml`: what agents can insert into an answer. */
export const repliesFileSchema = z.array(
  z.strictObject({
    name: text.regex(NEED_NAME, { error: 'must be small letters and hyphens, such as "one-moment"' }),
    title: localizedText,
    text: localizedText,
  }),
)

export type PackFile = z.infer<typeof packFileSchema>
export type NeedFile = z.infer<typeof needFileSchema>
export type RepliesFile = z.infer<typeof repliesFileSchema>
export type OutOfScopeFile = z.infer<typeof outOfScopeFileSchema>

function isLinkACustomerCanFollow(link: string): boolean {
  // "//host" would leave the site, and "javascript:" would run in the customer's page.
  if (/^\/(?![/\\])\S*$/.test(link)) return true
  return /^https?:\/\/\S+$/i.test(link) && URL.canParse(link)
}
