import type { FileInfo } from '../domain/index.ts'

/** A file with its bytes. */
export interface StoredFile extends FileInfo {
  /** Of `content`, in hexadecimal. */
  sha256: string
  at: number
  content: Uint8Array
}

export interface FileStore {
  get(conversationId: string, id: string): Promise<StoredFile | undefined>
  /** How much all files of the conversation take together. */
  totalBytes(conversationId: string): Promise<number>
}
