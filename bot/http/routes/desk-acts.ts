import { z } from 'zod'
import { type Agent, CandorError, type KnowledgePack, RESOLVED_OUTCOMES } from '../../../domain/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import type { DeskReader } from '../desk/read-desk.ts'
import { parseBody } from '../parse-body.ts'
import { type HttpReply, type HttpRequest, ok, type Route } from '../route.ts'
import { type Guard, STAFF } from '../session/guard.ts'

const said = z.strictObject({ text: z.string().trim().min(1), clientId: z.string().min(1).max(100).optional() })
const messageSeq = z.coerce.number().int().min(1)
const noted = z.strictObject({ text: z.string().trim().min(1) })
const passedOn = z.strictObject({
  to: z.union([z.strictObject({ agentId: z.string().min(1) }), z.strictObject({ queue: z.string().min(1) })]),
  comment: z.string().trim().max(4000).optional(),
})
const verdict = z.strictObject({
  outcome: z.enum(RESOLVED_OUTCOMES),
  meant: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('need'), need: z.string().max(200) }),
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('answer-wrong') }),
    ])
    .optional(),
  /** Short for a need that was meant. */
  trueNeed: z.string().max(200).optional(),
})

/** What an agent does with one conversation. */
export function deskActRoutes(
  guard: Guard,
  desk: DeskReader,
  conversations: ConversationService,
  pack: () => Pick<KnowledgePack, 'needs'>,
): Route[] {
  /** POST to a conversation. */
  function act(path: string, carryOut: (id: string, agent: Agent, request: HttpRequest) => Promise<HttpReply>): Route {
    return {
      method: 'POST',
      path: `/api/desk/conversations/:id/${path}`,
      async handle(request) {
        const { agent } = await guard.enter(request, 'The desk', STAFF)
        return carryOut(request.params.id ?? '', agent, request)
      },
    }
  }

  return [
    act('messages', async (id, agent, { body }) => {
      const { text, clientId } = parseBody(said, body, 'Send {text, clientId}.')
      const message = await conversations.say(id, agent, text, clientId)
      return ok({ message: await desk.message(message, agent) })
    }),
    act('messages/:seq/correct', async (id, agent, { params, body }) => {
      const { text, clientId } = parseBody(said, body, 'Send {text, clientId}.')
      const seq = parseBody(messageSeq, params.seq, 'Name the message in the path by its seq.')
      const message = await conversations.correct(id, agent, seq, text, clientId)
      return ok({ message: await desk.message(message, agent) })
    }),
    act('notes', async (id, agent, { body }) => {
      const { text } = parseBody(noted, body, 'Send {text}.')
      return ok({ note: await desk.note(await conversations.note(id, agent, text)) })
    }),
    act('take-over', async (id, agent) => {
      await conversations.takeOver(id, agent)
      return ok(await desk.conversation(id, agent))
    }),
    act('transfer', async (id, agent, { body }) => {
      const { to, comment } = parseBody(passedOn, body, 'Send {to: {agentId} | {queue}, comment?}.')
      await conversations.transfer(id, agent, { to, ...(comment && { comment }) })
      return ok({})
    }),
    act('join', async (id, agent) => {
      await conversations.join(id, agent)
      return ok({})
    }),
    act('leave', async (id, agent) => {
      await conversations.leave(id, agent)
      return ok({})
    }),
    act('return', async (id, agent) => {
      await conversations.returnToBot(id, agent)
      return ok({})
    }),
    act('resolve', async (id, agent, { body }) => {
      const mend =
        'Send {outcome: "resolved" | "unresolved" | "spam", meant?: {kind: "need", need} | {kind: "none"} | {kind: "answer-wrong"}}.'
      const { outcome, trueNeed, ...said } = parseBody(verdict, body, mend)
      const meant = said.meant ?? (trueNeed === undefined ? undefined : { kind: 'need' as const, need: trueNeed })
      if (meant?.kind === 'need' && !pack().needs.some(({ name }) => name === meant.need)) {
        throw new CandorError('BODY_INVALID', { problem: `"${meant.need}" is not a need of the pack`, mend })
      }
      await conversations.resolve(id, agent, { outcome, ...(meant && { meant }) })
      return ok({})
    }),
  ]
}
