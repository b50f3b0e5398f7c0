import type { PackChange } from '../http/api.ts'
import { diffInWords, diffPacks, type PackEdit } from '../knowledge/index.ts'

/** The pack's folder, and whom to tell that something was written into it. */
export interface PackFolder {
  dir: string
  changed(): Promise<unknown>
}

/** What an edit did, as a person reads it. */
export function packChange(need: string, { file, before, after }: PackEdit): PackChange {
  return { file, need, changes: diffInWords(diffPacks(before, after)) }
}
