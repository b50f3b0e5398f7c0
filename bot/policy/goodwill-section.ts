import { z } from 'zod'
import { GIFTS, GOODWILL_REASONS } from '../../domain/index.ts'

const share = z.number().min(0).max(1)
const openShare = z.number().gt(0).lt(1)
const positive = z.number().positive()
/** In the company's currency, to the hundredth. */
const money = z.number().min(0).max(1_000_000_000).multipleOf(0.01)
const days = positive.max(3_650)

const rule = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/, 'is made of small letters, digits and hyphens'),
  when: z.enum(GOODWILL_REASONS),
  give: z.enum(GIFTS),
  /** What the customer is told; a priority may be given without a word. `{by}` is until when a call is promised. */
  text: z.strictObject({ en: z.string().min(1).max(1_000), zh: z.string().min(1).max(1_000) }).optional(),
  cost: money,
  cooldownDays: days,
  maxPerCustomerPerYear: z.number().int().min(1).max(366),
})
export type GoodwillRule = z.infer<typeof rule>

/** How often the record shows a sign of a complaint that is honest, and of one that is not. */
const signal = z.strictObject({ honest: openShare, dishonest: openShare })

/** The policy's section on goodwill. Meanings and units stand in default-policy.yaml. */
export const goodwillSection = z.strictObject({
  rules: z
    .array(rule)
    .refine((rules) => new Set(rules.map(({ name }) => name)).size === rules.length, 'has a name twice')
    .refine(
      (rules) => rules.every(({ give, text }) => give === 'priority' || text !== undefined),
      'has a voucher or a call without a text: the customer has to be told',
    ),
  budgetPerMonth: money,
  holdOut: share.max(0.9),
  effect: z.strictObject({ afterDays: days.max(366), worthKnowing: openShare }),
  priority: z.strictObject({ days, urgency: z.number().min(0) }),
  call: z.strictObject({ withinHours: positive }),
  badRating: z.strictObject({
    atMost: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    knownForDays: z.number().min(0).max(3_650),
    honest: openShare,
    weight: positive,
    believeAbove: openShare,
    signals: z.strictObject({
      gapAtEnd: signal.extend({ above: share }),
      refused: signal,
      unresolved: signal,
      promiseBroken: signal,
    }),
  }),
  loyal: z.strictObject({
    trustAbove: openShare,
    fewestEvents: z.number().int().min(1),
    knownForDays: z.number().min(0).max(36_500),
  }),
})
export type GoodwillPolicy = z.infer<typeof goodwillSection>
