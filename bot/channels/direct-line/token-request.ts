import { z } from 'zod'
import { CandorError } from '../../../domain/index.ts'
import { problemOf } from '../problem-of.ts'

/** Body of tokens/generate and of POST conversations; clients of the protocol send more than Candor reads. */
const tokenRequest = z.object({
  customerKey: z.string().max(2000).optional(),
  conversationId: z.string().max(200).optional(),
  user: z.object({ id: z.string().max(256).optional() }).optional(),
})

export type TokenRequest = z.infer<typeof tokenRequest>

/** @throws CandorError BODY_INVALID */
export function parseTokenRequest(body: unknown): TokenRequest {
  const parsed = tokenRequest.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  throw new CandorError('BODY_INVALID', {
    problem: problemOf(parsed.error),
    mend: 'Send {} or {customerKey, conversationId}.',
  })
}

/**
 * A customer's id as the company's own server names it. Ids start with `dl_` in Direct Line:
 * ids of other channels (`msteams:…`) cannot be taken over here.
 * @throws CandorError BODY_INVALID
 */
export function namedUserId(id: string): string {
  const named = id.startsWith('dl_') ? id : `dl_${id}`
  if (/^dl_[\w.@-]{1,100}$/.test(named)) return named
  throw new CandorError('BODY_INVALID', {
    problem: 'the user id has other characters than letters, digits, ".", "@", "_" and "-", or more than 100',
    mend: 'Choose another id.',
  })
}
