import { CandorError } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { checkFile, FILE_LIMIT } from '../../files/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import type { DeskReader } from '../desk/read-desk.ts'
import { fileReply } from '../file-reply.ts'
import { type HttpRequest, ok, type Route } from '../route.ts'
import { type Guard, STAFF } from '../session/guard.ts'

/** The desk's files: an agent's on their way to the customer, and everybody's to look at. */
export function deskFileRoutes(
  guard: Guard,
  desk: DeskReader,
  conversations: Pick<ConversationService, 'say'>,
  store: Pick<Store, 'files'>,
): Route[] {
  return [
    {
      method: 'POST',
      path: '/api/desk/conversations/:id/files',
      readsBody: false,
      async handle(request) {
        const { agent } = await guard.enter(request, 'The desk', STAFF)
        const name = decodedName(request)
        const clientId = header(request, 'x-candor-client-id')
        const declaredType = header(request, 'content-type')
        const file = checkFile({
          name,
          content: await request.bytes(FILE_LIMIT),
          ...(declaredType !== undefined && { declaredType }),
        })
        const message = await conversations.say(request.params.id ?? '', agent, file, clientId)
        return ok({ message: await desk.message(message, agent) })
      },
    },
    {
      method: 'GET',
      path: '/api/desk/conversations/:id/files/:fileId',
      async handle(request) {
        await guard.enter(request, 'A file', STAFF)
        const file = await store.files.get(request.params.id ?? '', request.params.fileId ?? '')
        if (!file) throw new CandorError('FILE_UNKNOWN')
        return fileReply(file, 'same-origin')
      },
    },
  ]
}

const MAX_HEADER = 3_000

/** Header values are Latin letters only: so the name comes as URIs write it. */
function decodedName(request: HttpRequest): string {
  try {
    return decodeURIComponent(header(request, 'x-candor-file-name') ?? '')
  } catch (cause) {
    const mend = 'Send the header x-candor-file-name as encodeURIComponent gives it.'
    throw new CandorError('BODY_INVALID', { problem: 'the name of the file cannot be read', mend }, { cause })
  }
}

function header({ headers }: HttpRequest, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? value.slice(0, MAX_HEADER) : undefined
}
