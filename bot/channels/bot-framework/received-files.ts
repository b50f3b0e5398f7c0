import { z } from 'zod'
import { CandorError } from '../../../domain/index.ts'
import { type CheckedFile, checkFile, dataUrlBytes, FILES_PER_MESSAGE, fileName } from '../../files/index.ts'
import type { BotActivity } from './from-activity.ts'

/** What Teams sends for a file that somebody put into the chat; the address is good for a few minutes. */
const TEAMS_FILE = 'application/vnd.microsoft.teams.file.download.info'
const teamsFileSchema = z.object({ downloadUrl: z.string() })

/** The text once more as HTML, and cards: no files. */
const NOT_FILES = /^(text\/html\b|application\/vnd\.microsoft\.card\.)/i

/** Where a file lies that came with an activity. */
export interface FilePointer {
  name: string
  url: string
  declaredType?: string
}

/** The files that an activity points to. */
export function filePointers({ attachments }: Pick<BotActivity, 'attachments'>): FilePointer[] {
  return (attachments ?? []).flatMap(({ contentType = '', contentUrl, content, name }): FilePointer[] => {
    if (contentType === TEAMS_FILE) {
      const file = teamsFileSchema.safeParse(content)
      return file.success ? [{ name: name ?? '', url: file.data.downloadUrl }] : []
    }
    if (!contentUrl || NOT_FILES.test(contentType)) return []
    return [{ name: name ?? '', url: contentUrl, declaredType: contentType }]
  })
}

export interface ReceivedFiles {
  files: CheckedFile[]
  /** Names of those that could not be had, or are not taken. */
  lostFiles: string[]
}

/**
 * Fetches what an activity points to, all at once. A customer in Teams gets no answer to the request itself, so what is
 * refused is a value, to be told in the conversation.
 * @param fetchFile undefined when it cannot be had
 */
export async function receivedFiles(
  pointers: readonly FilePointer[],
  fetchFile: (url: string) => Promise<Uint8Array | undefined>,
): Promise<ReceivedFiles> {
  const wanted = pointers.slice(0, FILES_PER_MESSAGE)
  const tried = await Promise.all(wanted.map((pointer) => receivedFile(pointer, fetchFile)))
  const files = tried.filter((file) => file !== undefined)
  const lost = [...wanted.filter((_, index) => tried[index] === undefined), ...pointers.slice(FILES_PER_MESSAGE)]
  return { files, lostFiles: lost.map(({ name }) => fileName(name, [])) }
}

async function receivedFile(
  { name, url, declaredType }: FilePointer,
  fetchFile: (url: string) => Promise<Uint8Array | undefined>,
): Promise<CheckedFile | undefined> {
  const content = (await dataUrlBytes(url)) ?? (await fetchFile(url))
  if (!content) return undefined
  try {
    return checkFile({ name, content, ...(declaredType !== undefined && { declaredType }) })
  } catch (error) {
    if (error instanceof CandorError) return undefined
    throw error
  }
}
