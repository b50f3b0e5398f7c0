import { z } from 'zod'
import { CandorError } from '../../domain/index.ts'
import type { Inbound } from '../turn/conversation-service.ts'
import { problemOf } from './problem-of.ts'
import { COMMENT_LIMIT } from './survey-card.ts'

/** What a submitted survey card sends as `value`; inputs arrive as strings, an untouched one as '' or not at all. */
const surveyValue = z.object({
  candor: z.literal('survey'),
  surveyId: z.string().min(1).max(100),
  rating: z.union([z.literal([1, 2, 3, 4, 5]), z.enum(['1', '2', '3', '4', '5']).transform(Number)]),
  resolved: z.enum(['yes', 'no', '']).optional(),
  comment: z.string().trim().max(COMMENT_LIMIT).optional(),
})

/**
 * The customer's answer to a survey, or undefined when the value is something else.
 * @throws CandorError BODY_INVALID when it claims to be a survey and is not a complete one
 */
export function parseSurveyValue(value: unknown): Inbound['survey'] {
  if (typeof value !== 'object' || value === null || !('candor' in value) || value.candor !== 'survey') return undefined
  const parsed = surveyValue.safeParse(value)
  if (!parsed.success) {
    throw new CandorError('BODY_INVALID', {
      problem: `the survey's value: ${problemOf(parsed.error)}`,
      mend: 'Send {candor: "survey", surveyId, rating: 1-5, resolved?: "yes" | "no", comment?}.',
    })
  }
  const { surveyId, rating, resolved, comment } = parsed.data
  return {
    surveyId,
    rating,
    ...(resolved && { resolved: resolved === 'yes' }),
    ...(comment && { comment }),
  }
}
