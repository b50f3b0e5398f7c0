import { z } from 'zod'
import { CandorError, type KnowledgePack, RESOLVED_OUTCOMES } from '../../../domain/index.ts'
import type { Presences } from '../../escalation/presence.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import type { DeskReader } from '../desk/read-desk.ts'
import { parseBody } from '../parse-body.ts'
import { type HttpRequest, ok, type Route } from '../route.ts'
import { DESK, EVERYONE, type Guard } from '../session/guard.ts'

const said = z.strictObject({ text: z.string().trim().min(1), clientId: z.string().min(1).max(100).optional() })
const verdict = z.strictObject({
  outcome: z.enum(RESOLVED_OUTCOMES),
  trueNeed: z.string().max(200).optional(),
})

/** The desk: queue, one conversation, and what an agent does with it. */
export function deskRoutes(
  guard: Guard,
  desk: DeskReader,
  conversations: ConversationService,
  pack: () => Pick<KnowledgePack, 'needs'>,
  presences: Pick<Presences, 'comeOrStay'>,
): Route[] {
  const idOf = (request: HttpRequest) => request.params.id ?? ''
  const enter = (request: HttpRequest) => guard.enter(request, 'The desk', DESK)
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
      path: '/api/desk/conversations/:id',
      async handle(request) {
        // A manager may read what a customer was told, and take no part in it.
        const { agent } = await guard.enter(request, 'A conversation', EVERYONE)
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
    {
      method: 'POST',
      path: '/api/desk/conversations/:id/messages',
      async handle(request) {
        const { agent } = await enter(request)
        const { text, clientId } = parseBody(said, request.body, 'Send {text, clientId}.')
        const message = await conversations.say(idOf(request), agent, text, clientId)
        return ok({ message: await desk.message(message, agent) })
      },
    },
    {
      method: 'POST',
      path: '/api/desk/conversations/:id/return',
      async handle(request) {
        const { agent } = await enter(request)
        await conversations.returnToBot(idOf(request), agent)
        return ok({})
      },
    },
    {
      method: 'POST',
      path: '/api/desk/conversations/:id/resolve',
      async handle(request) {
        const { agent } = await enter(request)
        const mend = 'Send {outcome: "resolved" | "unresolved" | "spam", trueNeed?}.'
        const { outcome, trueNeed } = parseBody(verdict, request.body, mend)
        if (trueNeed !== undefined && !pack().needs.some(({ name }) => name === trueNeed)) {
          throw new CandorError('BODY_INVALID', { problem: 'trueNeed is not a need of the pack', mend })
        }
        await conversations.resolve(idOf(request), agent, { outcome, ...(trueNeed !== undefined && { trueNeed }) })
        return ok({})
      },
    },
  ]
}
