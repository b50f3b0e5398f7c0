import type { KnowledgePack } from '../../../domain/index.ts'
import type { Presences } from '../../escalation/presence.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import type { DeskReader } from '../desk/read-desk.ts'
import { type HttpRequest, ok, type Route } from '../route.ts'
import { type Guard, STAFF } from '../session/guard.ts'
import { deskActRoutes } from './desk-acts.ts'

/** The desk: the queue, whom the bot serves, one conversation, and what an agent does with it. */
export function deskRoutes(
  guard: Guard,
  desk: DeskReader,
  conversations: ConversationService,
  pack: () => Pick<KnowledgePack, 'needs'>,
  presences: Pick<Presences, 'comeOrStay'>,
): Route[] {
  const idOf = (request: HttpRequest) => request.params.id ?? ''
  const enter = (request: HttpRequest) => guard.enter(request, 'The desk', STAFF)
  return [
    {
      method: 'GET',
      path: '/api/desk/queue',
      async handle(request) {
        const { agent } = await enter(request)
        await presences.comeOrStay(agent.id)
        return ok(await desk.queue(agent))
      },
    },
    {
      method: 'GET',
      path: '/api/desk/with-bot',
      async handle(request) {
        await enter(request)
        return ok({ conversations: await desk.withBot() })
      },
    },
    {
      method: 'GET',
      path: '/api/desk/conversations/:id',
      async handle(request) {
        const { agent } = await enter(request)
        return ok(await desk.conversation(idOf(request), agent))
      },
    },
    {
      method: 'POST',
      path: '/api/desk/escalations/:id/accept',
      async handle(request) {
        const { agent } = await enter(request)
        const { conversationId } = await conversations.accept(idOf(request), agent)
        return ok(await desk.conversation(conversationId, agent))
      },
    },
    ...deskActRoutes(guard, desk, conversations, pack),
  ]
}
