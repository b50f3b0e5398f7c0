import { CandorError } from '../../domain/index.ts'
import { fileName } from './file-name.ts'
import { isImage, mediaTypeOf } from './media-type.ts'

/** Largest file in bytes. */
export const FILE_LIMIT = 8 * 1024 * 1024
/** Files of one message. */
export const FILES_PER_MESSAGE = 5
/** Bytes of all files of one conversation. */
export const CONVERSATION_LIMIT = 100 * 1024 * 1024

/** A file as somebody sent it. */
export interface GivenFile {
  name: string
  /** As the sender says; absent or empty when they do not say. */
  declaredType?: string
  content: Uint8Array
}

/** A file that may be stored: its kind told by its bytes, its name cleaned. */
export interface CheckedFile {
  name: string
  mediaType: string
  content: Uint8Array
}

/** What says nothing of the kind. */
const UNDECLARED = new Set(['', 'application/octet-stream', 'binary/octet-stream'])
/** Other names that clients still use. */
const SYNONYMS: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'application/x-pdf': 'application/pdf',
}

/** @throws CandorError FILE_TOO_LARGE, FILE_REFUSED */
export function checkFile({ name, declaredType = '', content }: GivenFile): CheckedFile {
  const known = mediaTypeOf(content)
  const cleaned = fileName(name, known?.extensions ?? [])
  if (content.length > FILE_LIMIT) throw new CandorError('FILE_TOO_LARGE', { name: cleaned, limitBytes: FILE_LIMIT })
  if (!known) {
    const problem = content.length === 0 ? 'it is empty' : 'its bytes are of another kind'
    throw new CandorError('FILE_REFUSED', { name: cleaned, problem })
  }
  if (!agrees(declaredType, known.mediaType)) {
    throw new CandorError('FILE_REFUSED', { name: cleaned, problem: 'it is sent as something else than its bytes are' })
  }
  return { name: cleaned, mediaType: known.mediaType, content }
}

function agrees(declared: string, mediaType: string): boolean {
  const [essence = ''] = declared.toLowerCase().split(';')
  const said = essence.trim()
  // Teams says no more than `image/*` of a picture.
  if (UNDECLARED.has(said) || (said === 'image/*' && isImage(mediaType))) return true
  return (SYNONYMS[said] ?? said) === mediaType
}
