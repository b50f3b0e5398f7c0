import { CandorError } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { FileLinks } from '../../files/index.ts'
import { fileReply } from '../file-reply.ts'
import type { Route } from '../route.ts'

/** GET /files/:id?t=: a file for whoever was given its link. */
export function fileLinkRoute(links: FileLinks, store: Pick<Store, 'files'>): Route {
  return {
    method: 'GET',
    path: '/files/:id',
    async handle({ params, query }) {
      const { conversationId, fileId } = await links.open(params.id ?? '', query.get('t') ?? '')
      const file = await store.files.get(conversationId, fileId)
      if (!file) throw new CandorError('FILE_UNKNOWN')
      return fileReply(file, 'cross-origin')
    },
  }
}
