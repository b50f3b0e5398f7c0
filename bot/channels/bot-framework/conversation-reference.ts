import type { ConversationReference } from 'botbuilder'
import { z } from 'zod'
import { CandorError } from '../../../domain/index.ts'

const referenceSchema = z.looseObject({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string() }).optional(),
})

/** A stored conversation reference. @throws CandorError SERVICE_URL_REFUSED where it cannot be read */
export function parseReference(json: string): Partial<ConversationReference> {
  const parsed = referenceSchema.safeParse(JSON.parse(json || 'null'))
  // Ours, written at receipt: if it cannot be read, trying again will not help.
  if (!parsed.success) throw new CandorError('SERVICE_URL_REFUSED', { url: 'in the stored reference' })
  return parsed.data as unknown as Partial<ConversationReference>
}
