import { z } from 'zod'
import { type Agent, type CompanyPromise, PROMISE_VERDICTS } from '../../../domain/index.ts'
import type { Hearing, PromiseActs } from '../../promises/index.ts'
import type { DeskPromiseProposal } from '../api.ts'
import type { PromiseReader } from '../desk/promise-reader.ts'
import { parseBody } from '../parse-body.ts'
import { type HttpReply, type HttpRequest, ok, type Route } from '../route.ts'
import { type Guard, STAFF } from '../session/guard.ts'

const words = z.string().trim().min(1).max(300)
const moment = z.int().positive()
const whose = z.strictObject({ whose: z.enum(['mine', 'all']).default('all') })
const newDeed = z.strictObject({
  what: words,
  dueAt: moment,
  seq: z.int().min(1).optional(),
  toldBy: z.enum(['staff', 'customer']).optional(),
})
const written = z.strictObject({ text: z.string().max(4000) })
const verdict = z.strictObject({ seq: z.int32().min(1), what: words, verdict: z.enum(PROMISE_VERDICTS) })
const nothing = z.strictObject({}).optional()
const withdrawal = z.strictObject({ reason: words, wish: z.enum(['customer', 'company']) })
const move = z.strictObject({ to: moment, was: moment })
const taking = z.strictObject({ from: z.string().min(1).optional() })

export interface DeskPromiseRoutesOptions {
  guard: Guard
  reader: PromiseReader
  promises: PromiseActs
  heard: Pick<Hearing, 'judge'>
  /** What a text that an agent has written to a customer promises. */
  propose(conversationId: string, text: string): Promise<DeskPromiseProposal[]>
}

/** What was promised to customers, and what is done about it: for everybody who works for the company. */
export function deskPromiseRoutes({ guard, reader, promises, heard, propose }: DeskPromiseRoutesOptions): Route[] {
  const enter = async (request: HttpRequest): Promise<Agent> =>
    (await guard.enter(request, 'The promises', STAFF)).agent

  function post(path: string, handle: (id: string, agent: Agent, body: unknown) => Promise<HttpReply>): Route {
    return {
      method: 'POST',
      path: `/api/desk/${path}`,
      handle: async (request) => handle(request.params.id ?? '', await enter(request), request.body),
    }
  }
  /** What is done about one promise is answered by the promise as it is then. */
  function act(path: string, done: (id: string, agent: Agent, body: unknown) => Promise<CompanyPromise>): Route {
    return post(`promises/:id/${path}`, async (id, agent, body) => {
      const promise = await done(id, agent, body)
      return ok({ promise: await reader.one(promise, agent) })
    })
  }

  return [
    {
      method: 'GET',
      path: '/api/desk/promises',
      async handle(request) {
        const agent = await enter(request)
        const query = parseBody(whose, Object.fromEntries(request.query), 'Send whose as "mine" or "all".')
        return ok({ promises: await reader.open(agent, query.whose) })
      },
    },
    post('conversations/:id/promises', async (id, agent, body) => {
      const mend = 'Send {what, dueAt: epoch milliseconds, seq?, toldBy?: "staff" | "customer"}.'
      const { seq, toldBy, ...deed } = parseBody(newDeed, body, mend)
      const more = { ...(seq !== undefined && { seq }), ...(toldBy !== undefined && { toldBy }) }
      const promise = await promises.makePromise(id, agent, { ...deed, ...more })
      return ok({ promise: await reader.one(promise, agent) })
    }),
    post('conversations/:id/promise-proposals', async (id, _, body) => {
      const { text } = parseBody(written, body, 'Send {text} of at most 4,000 characters.')
      return ok({ proposals: await propose(id, text) })
    }),
    post('conversations/:id/promise-verdicts', async (id, agent, body) => {
      const said = parseBody(verdict, body, 'Send {seq, what, verdict: "accepted" | "changed" | "refused"}.')
      return ok({ kept: await heard.judge(id, agent.id, said) })
    }),
    act('done', (id, agent, body) => {
      parseBody(nothing, body, 'Send {}.')
      return promises.promiseDone(id, agent)
    }),
    act('not-done', (id, agent, body) => {
      parseBody(nothing, body, 'Send {}.')
      return promises.promiseNotDone(id, agent)
    }),
    act('withdraw', (id, agent, body) => {
      const mend = 'Send {reason, wish: "customer" | "company"}.'
      return promises.withdrawPromise(id, agent, parseBody(withdrawal, body, mend))
    }),
    act('move', (id, agent, body) => {
      const mend = 'Send {to, was} in epoch milliseconds: the new time, and the one that you saw.'
      return promises.movePromise(id, agent, parseBody(move, body, mend))
    }),
    act('take', (id, agent, body) => {
      const { from } = parseBody(taking, body, 'Send {from?: agentId}.')
      return promises.takePromise(id, agent, from)
    }),
  ]
}
