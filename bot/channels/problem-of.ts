import type { z } from 'zod'

/** What zod found wrong, in one line; values are not repeated, since they may be long or private. */
export function problemOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
    .join('; ')
}
