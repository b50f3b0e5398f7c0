import { type Selectable, sql } from 'kysely'
import type { Database } from './database.ts'
import type { FileStore, StoredFile } from './file-store.ts'
import type { FileTable } from './schema.ts'

export function fileStore({ db }: Database): FileStore {
  return {
    async get(conversationId, id) {
      const row = await db
        .selectFrom('files')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && fileOf(row)
    },

    async totalBytes(conversationId) {
      const { total } = await db
        .selectFrom('files')
        .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('size'), sql<number>`0`).as('total'))
        .where('conversation_id', '=', conversationId)
        .executeTakeFirstOrThrow()
      return total
    },
  }
}

export function fileRow(file: StoredFile, conversationId: string): Selectable<FileTable> {
  return {
    conversation_id: conversationId,
    id: file.id,
    name: file.name,
    media_type: file.mediaType,
    size: file.bytes,
    sha256: file.sha256,
    at: file.at,
    bytes: file.content,
  }
}

function fileOf(row: Selectable<FileTable>): StoredFile {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.size,
    sha256: row.sha256,
    at: row.at,
    content: row.bytes,
  }
}
