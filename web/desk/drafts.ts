import { newClientId } from '../shared/client-id.ts'

/** Something written and not yet stored. The same text tried again goes out under the same id. */
export interface Draft {
  text: string
  clientId: string
}

export interface Drafts {
  /** Empty, under a new id, when there is none. */
  read(key: string): Draft
  write(key: string, text: string): void
  clear(key: string): void
}

/** Kept while the page is open and no longer: nothing about a customer stays in the browser. */
export function createDrafts(): Drafts {
  const drafts = new Map<string, Draft>()
  const begin = (key: string) => {
    const draft = { text: '', clientId: newClientId() }
    drafts.set(key, draft)
    return draft
  }
  const read = (key: string) => drafts.get(key) ?? begin(key)
  return {
    read,
    write: (key, text) => void drafts.set(key, { ...read(key), text }),
    clear: (key) => void drafts.delete(key),
  }
}
