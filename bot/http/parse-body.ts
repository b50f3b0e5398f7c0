import type { z } from 'zod'
import { CandorError } from '../../domain/index.ts'

/**
 * A request body (or query) as the schema wants it.
 * @param mend what to send instead
 * @throws CandorError BODY_INVALID naming the fields; values are not repeated
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown, mend: string): z.infer<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const problem = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
    .join('; ')
  throw new CandorError('BODY_INVALID', { problem, mend })
}
