import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { zhCN } from 'zod/locales'
import {
  CandorError,
  CHANNELS,
  ESCALATION_REASONS,
  LANGUAGES,
  TRUST_CAUSES,
  type TrustCause,
} from '../../domain/index.ts'
import type { Stakes } from '../../nlp/index.ts'
import { openingHoursSchema } from '../hours/index.ts'
import { readIfThere } from '../knowledge/index.ts'
import { goodwillSection } from './goodwill-section.ts'
import { surveySection } from './survey-section.ts'

const DEFAULT_FILE = join(import.meta.dirname, 'default-policy.yaml')
/** Part of the program rather than of anybody's data, so read with it. */
const DEFAULT_TEXT = readFileSync(DEFAULT_FILE, 'utf8')
const DEFAULTS = parse(DEFAULT_TEXT) as Record<string, unknown> & {
  trust: { mostObservations: number; weights: Record<TrustCause, number> }
}

const share = z.number().min(0).max(1)
const times = z.number().int().min(0).max(20)
const positive = z.number().positive()
const openShare = z.number().gt(0).lt(1)
const amount = z.number().min(0)

const stakes = z.strictObject({
  rightAnswer: amount,
  wrongAnswer: amount,
  clarification: amount,
  question: amount,
  handoff: amount,
  customerLost: amount,
  lostAfterWrong: share,
  lostAfterHandoff: share,
  personSolves: share,
  nothingWanted: share,
})
// What is not given is not there at all, rather than there and undefined: it must not hide the standard.
const someStakes = stakes.partial().transform((given) => given as Partial<Stakes>)

// Not required one by one, so that weights written for an older version go on to serve.
const trustWeights = z
  .partialRecord(z.enum(TRUST_CAUSES), positive)
  .transform((given) => ({ ...DEFAULTS.trust.weights, ...given }))

const indexWeights = z
  .strictObject({ source: amount, confidence: amount, person: amount, published: amount, kept: amount })
  .refine((weights) => Object.values(weights).some((weight) => weight > 0), 'needs a weight above 0')

const segment = z.strictObject({
  name: z.string().min(1),
  channel: z.enum(CHANNELS).optional(),
  language: z.enum(LANGUAGES).optional(),
  trustBelow: share.optional(),
  trustAbove: share.optional(),
})

const queue = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/, 'is made of small letters, digits and hyphens'),
  title: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
  needs: z.array(z.string()),
  /** The company's, `hours`, where it is absent. */
  hours: openingHoursSchema.extend({ answerWithinHours: positive.optional() }).optional(),
})

const fields = z.strictObject({
  // Not required, so that hours written for an older version go on to serve.
  hours: openingHoursSchema.extend({ answerWithinHours: positive.default(4) }),
  queues: z
    .array(queue)
    .min(1)
    .refine((queues) => new Set(queues.map(({ name }) => name)).size === queues.length, 'has a name twice'),
  routing: z.strictObject({
    urgency: z.strictObject({
      gap: amount,
      waitingMinute: amount,
      lostTrust: amount,
      passedOn: amount,
      reasons: z.partialRecord(z.enum(ESCALATION_REASONS), amount),
    }),
    offerSeconds: positive,
    offersBeforeAll: times,
    supervisorsAfterMinutes: positive,
    awayAfterSeconds: z.number().min(20),
    giveBackAfterSeconds: positive,
    reopenToAgentHours: amount,
  }),
  decide: z.strictObject({
    answerAbove: share,
    smalltalkAbove: share,
    maxClarifications: times,
    listHoldsNeed: openShare,
    maxAsks: times,
    maxRefusals: times,
    maxRepeats: times,
    escalateAboveGap: share,
    alwaysToPerson: z.array(z.string()),
  }),
  stakes: z.strictObject({
    standard: stakes,
    byNeed: z.record(z.string(), someStakes),
    bySegment: z.record(z.string(), someStakes),
  }),
  segments: z.array(segment),
  guarantee: z.strictObject({ atMostWrong: openShare, confidence: openShare, days: positive }),
  belief: z.strictObject({
    noneOfThem: openShare,
    topicChange: z.strictObject({ afterAnswer: share, whilePending: share, otherwise: share }),
  }),
  gap: z.strictObject({ learnFromOutcomes: z.number().int().min(20), reopenWithinHours: positive }),
  learning: z.strictObject({
    acceptUnreviewed: z.enum(['never', 'agents']),
    perCustomer: z.number().int().min(1),
    fewestNew: z.number().int().min(5),
    rollBack: z.boolean(),
    policy: z.enum(['propose', 'apply', 'off']),
  }),
  conversation: z.strictObject({ idleMinutes: positive }),
  survey: surveySection,
  promises: z.strictObject({
    remindBeforeMinutes: amount,
    askedForHours: positive,
    apologise: z.boolean(),
  }),
  publicPage: z.strictObject({
    releaseEvery: z.enum(['week', 'month', 'quarter']),
    epsilonPerQuarter: z
      .number()
      .max(20)
      .refine((epsilon) => epsilon === 0 || epsilon >= 0.01, 'is 0 or at least 0.01'),
    rowsPerCustomer: z.number().int().min(1).max(20),
  }),
  trust: z.strictObject({
    prior: z.strictObject({ gain: positive, loss: positive }),
    halfLifeDays: positive,
    mostObservations: positive.default(DEFAULTS.trust.mostObservations),
    weights: trustWeights,
  }),
  trustDynamics: z.strictObject({
    indexWeights,
    fewestWeeks: z.number().int().min(8),
    leastVariation: openShare,
    forecastWeeks: z.number().int().min(1).max(26),
  }),
  goodwill: goodwillSection,
})

const policySchema = fields.superRefine(({ segments, stakes: { bySegment } }, context) => {
  const names = new Set(segments.map(({ name }) => name))
  for (const name of Object.keys(bySegment)) {
    if (names.has(name)) continue
    const message = `there is no segment "${name}"; segments has ${[...names].join(', ') || 'none'}`
    context.addIssue({ code: 'custom', path: ['stakes', 'bySegment', name], message })
  }
})

/** How the bot decides, as the manager wrote it. Meanings and units stand in default-policy.yaml. */
export type Policy = z.infer<typeof policySchema>

/** A policy with the text it was read from. */
export interface WrittenPolicy {
  policy: Policy
  text: string
}

/**
 * Reads `policy.yaml` of a pack, or the default where the pack has none.
 * @throws CandorError POLICY_INVALID naming the file, the field and what is wrong; FILE_UNREADABLE
 */
export async function readPolicy(packDir: string): Promise<WrittenPolicy> {
  const own = join(packDir, 'policy.yaml')
  const ownText = await readIfThere(own)
  const text = ownText ?? DEFAULT_TEXT
  return { policy: parsePolicy(text, ownText === undefined ? DEFAULT_FILE : own), text }
}

/** The policy alone; see `readPolicy`. */
export async function loadPolicy(packDir: string): Promise<Policy> {
  return (await readPolicy(packDir)).policy
}

/**
 * A policy from YAML; sections that are left out are the default's, so that a file written for an older version goes on to serve.
 * @param file named in errors only
 * @throws CandorError POLICY_INVALID; `problem` and `problemZh` say the same in both languages
 */
export function parsePolicy(text: string, file: string): Policy {
  const given = withDefaults(readYaml(text, file))
  const result = policySchema.safeParse(given, { error: (issue) => WRONG_KEY.en(issue) })
  if (result.success) return result.data
  const inChinese = zhCN().localeError
  const chinese = policySchema.safeParse(given, { error: (issue) => WRONG_KEY.zh(issue) ?? inChinese(issue) })
  const problem = inOneLine(result.error)
  throw new CandorError('POLICY_INVALID', {
    file,
    problem,
    problemZh: chinese.success ? problem : inOneLine(chinese.error),
    mend: `Compare it with ${DEFAULT_FILE}`,
  })
}

function withDefaults(given: unknown): unknown {
  const isMap = typeof given === 'object' && given !== null && !Array.isArray(given)
  return isMap ? { ...DEFAULTS, ...given } : given
}

/** What is wrong most often: a key that is missing, and the one written in its place. */
const WRONG_KEY = {
  en: wrongKey('the file is empty', 'is missing', (keys) => `unknown key ${keys}`),
  zh: wrongKey('文件是空的', '缺少这一项', (keys) => `没有名为 ${keys} 的键`),
}

function wrongKey(empty: string, missing: string, unknown: (keys: string) => string) {
  return (issue: z.core.$ZodRawIssue): string | undefined => {
    if (issue.code === 'unrecognized_keys') return unknown(issue.keys.map((key) => `"${key}"`).join(', '))
    if (issue.input === null && !issue.path?.length) return empty
    return issue.input === undefined ? missing : undefined
  }
}

function inOneLine({ issues }: z.ZodError): string {
  // First what somebody wrote, then what is missing: the second often follows from the first.
  const rank = ({ code }: z.core.$ZodIssue) => (code === 'unrecognized_keys' ? 0 : 1)
  const sorted = issues.toSorted((a, b) => rank(a) - rank(b))
  return sorted.map(({ path, message }) => `${path.join('.') || 'policy.yaml'}: ${message}`).join('; ')
}

function readYaml(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    const [start] = (cause instanceof YAMLParseError && cause.linePos) || []
    const problemZh = start ? `第 ${start.line} 行第 ${start.col} 列不是有效的 YAML` : '不是有效的 YAML'
    throw new CandorError('POLICY_INVALID', { file, problem, problemZh, mend: 'Mend the YAML at that line' }, { cause })
  }
}
