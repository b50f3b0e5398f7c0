import { z } from 'zod'
import { bothLanguages, type KnowledgePack, type Language } from '../../../domain/index.ts'
import {
  type Checked,
  ENOUGH_LIST_CASES,
  type RandomCheck,
  type StateOfPromise,
  type ToCheck,
} from '../../assurance/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { Assurance, CheckedMessage, ListAssurance, Meant, NextCheck } from '../api.ts'
import { parseBody } from '../parse-body.ts'
import { type HttpRequest, ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'

const body = z.strictObject({
  conversationId: z.string().min(1).max(200),
  seq: z.number().int().min(1),
  meant: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('need'), need: z.string().max(200) }),
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('unclear') }),
  ]),
})
const MEND = 'Send {conversationId, seq, meant: {kind: "need", need} | {kind: "none"} | {kind: "unclear"}}.'

/** The state of the guarantee, and the random check that it rests on. */
export function checkRoutes(guard: Guard, checks: RandomCheck): Route[] {
  const enter = (request: HttpRequest) => guard.enter(request, 'The random check', MANAGERS)
  return [
    {
      method: 'GET',
      path: '/api/assurance',
      async handle(request) {
        await enter(request)
        return ok(assuranceView(await checks.state(), checks.mind().policy))
      },
    },
    {
      method: 'GET',
      path: '/api/checks/next',
      async handle(request) {
        await enter(request)
        return ok(nextView(await checks.next(), checks.mind().pack))
      },
    },
    {
      method: 'POST',
      path: '/api/checks',
      async handle(request) {
        const { agent } = await enter(request)
        const given = parseBody(body, request.body, MEND)
        return ok(checkedView(await checks.check(agent, given), given.meant, checks.mind().pack))
      },
    },
  ]
}

function assuranceView({ lists, ...state }: StateOfPromise, { guarantee }: Policy): Assurance {
  return { promise: guarantee, ...state, lists: { en: listView(lists.en), zh: listView(lists.zh) } }
}

function listView(list: StateOfPromise['lists'][Language]): ListAssurance {
  const { wanted, guaranteed, attainable, from, customerCases, measured } = list
  return {
    wanted,
    guaranteed,
    attainable,
    coverage: measured.coverage,
    coverageAtLeast: measured.coverageAtLeast,
    cases: measured.cases,
    from,
    customerCases,
    customerCasesNeeded: ENOUGH_LIST_CASES,
  }
}

function nextView(next: ToCheck | undefined, pack: KnowledgePack): NextCheck {
  if (!next) return { kind: 'nothing-left' }
  const { conversationId, seq, at, text } = next.message
  return {
    kind: 'check',
    conversationId,
    seq,
    at,
    text,
    before: next.before.map((message) => ({ at: message.at, text: message.text })),
    needs: pack.needs.map(({ name, title }) => ({ name, title: bothLanguages(title) })),
  }
}

function checkedView({ turn, replies }: Checked, meant: Meant, pack: KnowledgePack): CheckedMessage {
  const { need: name = '', probability = 0 } = turn.deliberation?.leading ?? {}
  const title = pack.needs.find((need) => need.name === name)?.title ?? { en: name }
  return {
    believed: { name, title: bothLanguages(title), probability },
    agrees: meant.kind === 'need' && meant.need === name,
    replies: replies.map(({ text }) => text),
  }
}
