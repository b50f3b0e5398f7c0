import { z } from 'zod'
import { CandorError } from '../../domain/index.ts'
import type { Inbound } from '../turn/conversation-service.ts'
import { problemOf } from './problem-of.ts'

const surveyId = z.string().min(1).max(100)
const MOST_INPUTS = 30

/** What a submitted survey card sends as `value`; inputs arrive as strings, an untouched one as '' or not at all. */
const surveyValue = z
  .looseObject({ candor: z.literal('survey'), surveyId })
  .refine((value) => Object.keys(value).length <= MOST_INPUTS, 'has too many fields')

const consentValue = z.looseObject({ candor: z.literal('survey-consent'), surveyId, ask: z.boolean() })

/** Longer than any answer may be: what is too long by less is refused by the survey itself, which names the item. */
const answer = z.union([z.string().max(10_000), z.number(), z.boolean()])

/**
 * The customer's answers to a survey as filled in, or undefined when the value is something else. Whether they fit the
 * survey is for the survey to say.
 * @throws CandorError BODY_INVALID when it claims to be a survey and is not one
 */
export function parseSurveyValue(value: unknown): Inbound['survey'] {
  if (nameOf(value) !== 'survey') return undefined
  const parsed = surveyValue.safeParse(value)
  if (!parsed.success) throw broken(problemOf(parsed.error))
  const { candor: _, surveyId, ...inputs } = parsed.data
  const answers = Object.entries(inputs).flatMap(([name, given]) => {
    const read = answer.safeParse(given)
    return read.success ? [[name, read.data] as const] : []
  })
  if (answers.every(([, given]) => given === '')) throw broken('it has no answers')
  return { ...Object.fromEntries(answers), surveyId }
}

/**
 * Whether the customer wants to be asked again, or undefined when the value is something else.
 * @throws CandorError BODY_INVALID
 */
export function parseConsentValue(value: unknown): Inbound['surveyConsent'] {
  if (nameOf(value) !== 'survey-consent') return undefined
  const parsed = consentValue.safeParse(value)
  if (!parsed.success) throw broken(problemOf(parsed.error))
  return { surveyId: parsed.data.surveyId, ask: parsed.data.ask }
}

function nameOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'candor' in value ? value.candor : undefined
}

function broken(problem: string): CandorError {
  return new CandorError('BODY_INVALID', {
    problem: `the survey's value: ${problem}`,
    mend: 'Send {candor: "survey", surveyId, …answers by the names of the items} or {candor: "survey-consent", surveyId, ask}.',
  })
}
