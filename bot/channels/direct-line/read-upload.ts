import { CandorError } from '../../../domain/index.ts'
import { type CheckedFile, checkFile, FILE_LIMIT, FILES_PER_MESSAGE } from '../../files/index.ts'

/** The activity and the borders between the parts beside the files. */
const BESIDE_FILES = 256 * 1024
/** The largest upload in bytes. */
export const UPLOAD_LIMIT = FILES_PER_MESSAGE * FILE_LIMIT + BESIDE_FILES

export interface Upload {
  /** As it came: not yet read. */
  activity: unknown
  files: CheckedFile[]
}

/**
 * Reads an upload: one part `activity`, if there is one, and parts `file`.
 * @throws CandorError UPLOAD_UNSUPPORTED, BODY_INVALID, FILES_TOO_MANY, FILE_REFUSED, FILE_TOO_LARGE
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-send-activity
 */
export async function readUpload(contentType: string, bytes: Uint8Array): Promise<Upload> {
  const form = await readForm(contentType, bytes)
  const parts = form.getAll('file').filter((part) => typeof part !== 'string')
  if (parts.length > FILES_PER_MESSAGE) {
    throw new CandorError('FILES_TOO_MANY', { count: parts.length, limit: FILES_PER_MESSAGE })
  }
  const files = await Promise.all(
    parts.map(async (part) =>
      checkFile({ name: part.name, declaredType: part.type, content: new Uint8Array(await part.arrayBuffer()) }),
    ),
  )
  return { activity: await readActivity(form.get('activity')), files }
}

/** @throws CandorError UPLOAD_UNSUPPORTED when it is no form at all */
export function checkUploadType(contentType: string): void {
  if (/^multipart\/form-data\b/i.test(contentType)) return
  throw new CandorError('UPLOAD_UNSUPPORTED', { problem: 'the upload is not multipart/form-data' })
}

async function readForm(contentType: string, bytes: Uint8Array): Promise<FormData> {
  try {
    return await new Response(Buffer.from(bytes), { headers: { 'content-type': contentType } }).formData()
  } catch (cause) {
    const mend = 'Send a part "activity" with the activity as JSON, and a part "file" for each file.'
    throw new CandorError('BODY_INVALID', { problem: 'it is no well-formed multipart/form-data', mend }, { cause })
  }
}

/** An upload without an activity is a message of files alone. */
async function readActivity(part: FormDataEntryValue | null): Promise<unknown> {
  if (part === null) return { type: 'message' }
  try {
    return JSON.parse(typeof part === 'string' ? part : await part.text())
  } catch (cause) {
    const mend = 'Send the activity as JSON in the part "activity".'
    throw new CandorError('BODY_INVALID', { problem: 'the activity is malformed JSON', mend }, { cause })
  }
}
