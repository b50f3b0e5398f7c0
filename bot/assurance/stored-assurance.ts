import { z } from 'zod'
import { CandorError } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Assurance } from './assure.ts'

const share = z.number().min(0).max(1)
const count = z.number().int().min(0)

const promise = z.strictObject({
  threshold: share,
  wanted: share,
  guaranteed: share,
  attainable: share,
  cases: count,
  measured: z.strictObject({
    coverage: share,
    coverageAtLeast: share,
    cases: count,
    meanEntries: z.number().min(0),
    noneOfThem: count,
  }),
})
const guaranteed = z.strictObject({
  kind: z.literal('guaranteed'),
  answerAbove: share,
  riskAtMost: share,
  answered: count,
  wrong: count,
  labels: count,
  at: count,
})
const notShown = z.strictObject({ kind: z.literal('not-shown'), labels: count, lowestBound: share, at: count })
const schema = z.strictObject({
  promise: z.strictObject({ risk: share, confidence: share }),
  looks: z.strictObject({ taken: count, labels: count, through: count }),
  last: z.discriminatedUnion('kind', [guaranteed, notShown]).exactOptional(),
  shown: guaranteed.exactOptional(),
  evidence: z.strictObject({
    checks: count,
    lastAt: count.nullable(),
    labels: count,
    needed: count,
    lists: z.strictObject({ en: promise, zh: promise }),
  }),
})

const keyOf = (modelId: string) => `assurance.${modelId}`

/** @throws CandorError CONFIG_INVALID when what is stored is no assurance: to begin anew would spend its looks again */
export async function readAssurance(
  { settings }: Pick<Store, 'settings'>,
  modelId: string,
): Promise<Assurance | undefined> {
  const stored = await settings.get(keyOf(modelId))
  if (stored === undefined) return undefined
  const parsed = schema.safeParse(JSON.parse(stored))
  if (parsed.success) return parsed.data
  const problem = `it cannot be read (${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message})`
  const mend = 'Upgrade Candor, or remove that setting to begin gathering evidence anew'
  throw new CandorError('CONFIG_INVALID', { field: `The stored setting ${keyOf(modelId)}`, problem, mend })
}

export async function writeAssurance(
  { settings }: Pick<Store, 'settings'>,
  modelId: string,
  assurance: Assurance,
): Promise<void> {
  await settings.set(keyOf(modelId), JSON.stringify(assurance))
}
