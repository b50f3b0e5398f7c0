import type { ApiProblem } from './api-client.ts'

/** For `<input accept>`. The server tells the kind by the bytes; this spares people a way for nothing. */
export const ACCEPTED_FILES = 'image/png,image/jpeg,image/gif,image/webp,application/pdf'
/** The server takes no more, in bytes. */
const LIMIT = 8 * 1024 * 1024

/** Why there is no use in sending it, as the server would say it; undefined when there may be. */
export function fileProblem({ name, size, type }: Pick<File, 'name' | 'size' | 'type'>): ApiProblem | undefined {
  // A browser that does not know the kind says nothing.
  if (type !== '' && !ACCEPTED_FILES.split(',').includes(type)) return problem('FILE_REFUSED', name)
  return size > LIMIT ? problem('FILE_TOO_LARGE', name) : undefined
}

function problem(code: string, name: string): ApiProblem {
  return { code, status: 0, message: name, details: { name } }
}
