import { z } from 'zod'
import { CandorError } from '../../../domain/index.ts'
import { type CheckedFile, checkFile, dataUrlBytes } from '../../files/index.ts'

const attachmentSchema = z.object({
  attachments: z
    .array(
      z.object({
        contentType: z.string().max(256).nullish(),
        contentUrl: z.string().nullish(),
        name: z.string().max(1000).nullish(),
      }),
    )
    .nullish(),
})

/**
 * The files that an activity brings along in `contentUrl`, as `data:` URLs. An address elsewhere is refused: a customer
 * does not tell this server what to fetch.
 * @throws CandorError UPLOAD_UNSUPPORTED, FILE_REFUSED, FILE_TOO_LARGE
 */
export async function attachedFiles(activity: unknown): Promise<CheckedFile[]> {
  const parsed = attachmentSchema.safeParse(activity)
  // What is wrong with the rest of the activity is said where it is read.
  if (!parsed.success) return []
  const attachments = parsed.data.attachments ?? []
  return Promise.all(
    attachments.map(async ({ contentType, contentUrl, name }) => {
      const content = await dataUrlBytes(contentUrl ?? '')
      if (!content) throw new CandorError('UPLOAD_UNSUPPORTED', { problem: 'an attachment has no data: URL' })
      return checkFile({ name: name ?? '', content, ...(contentType && { declaredType: contentType }) })
    }),
  )
}
