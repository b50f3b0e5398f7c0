import { z } from 'zod'
import { STANDARD_FORMS } from '../../domain/index.ts'

const share = z.number().min(0).max(1)
const hours = z.number().min(0)
const text = z.strictObject({ en: z.string().min(1).max(500), zh: z.string().min(1).max(500) })
const name = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9-]{0,39}$/, 'begins with a small letter and is made of letters, digits and hyphens')

/** Names that a submitted form needs for itself. */
const TAKEN = new Set(['candor', 'surveyId', 'ask'])
/** More are not answered on a phone. */
const MOST_POINTS = 11
const MOST_ITEMS = 12

const common = {
  // What every object has by itself would be read as an answer.
  name: name.refine((given) => !TAKEN.has(given) && !(given in {}), 'is a name that the form needs for itself'),
  text,
  required: z.boolean().default(false),
}

const item = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...common,
      kind: z.literal('scale'),
      from: z.number().int().min(0).max(1),
      to: z.number().int().min(2),
      low: text,
      high: text,
    })
    .refine(({ from, to }) => to - from < MOST_POINTS, `has more than ${MOST_POINTS} points`),
  z.strictObject({ ...common, kind: z.literal('yes-no') }),
  z.strictObject({ ...common, kind: z.literal('text') }),
])

const hasDistinctNames = (given: readonly { name: string }[]) =>
  new Set(given.map((one) => one.name)).size === given.length

const ownForm = z.strictObject({
  name: name.refine(
    (given) => !STANDARD_FORMS.some((standard) => standard === given),
    'is the name of a standard form',
  ),
  share,
  needs: z.array(z.string()).optional(),
  items: z.array(item).min(1).max(MOST_ITEMS).refine(hasDistinctNames, 'has a name twice'),
})

/** Whom the company asks what, and when. Every field but the first has a default, so that older files go on to serve. */
export const surveySection = z.strictObject({
  expiresHours: z.number().positive(),
  consent: z.enum(['opt-out', 'opt-in']).default('opt-out'),
  share: share.default(1),
  restHours: z.strictObject({ answered: hours, unanswered: hours }).default({ answered: 0, unanswered: 0 }),
  angryBelow: z.number().min(-1).max(0).default(-0.6),
  remindAfterHours: hours.default(24),
  nps: z.strictObject({ share, everyDays: z.number().positive() }).default({ share: 0, everyDays: 90 }),
  ces: z.strictObject({ share }).default({ share: 0 }),
  own: z.array(ownForm).refine(hasDistinctNames, 'has a name twice').default([]),
})
