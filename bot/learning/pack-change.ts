import type { PackChange } from '../http/api.ts'
import { diffInWords, diffPacks, type PackEdit } from '../knowledge/index.ts'

/** What an edit did, as a person reads it. */
export function packChange(need: string, { file, before, after }: PackEdit): PackChange {
  return { file, need, changes: diffInWords(diffPacks(before, after)) }
}
