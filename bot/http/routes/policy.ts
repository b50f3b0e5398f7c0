import { z } from 'zod'
import { CandorError, type Clock } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { type Policy, parsePolicy } from '../../policy/index.ts'
import { reportRange } from '../../report/days.ts'
import { type PolicyPair, replayPolicy } from '../../what-if/index.ts'
import type { PolicyInForce } from '../api.ts'
import { parseBody } from '../parse-body.ts'
import { ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'

/** What the question "what if" needs of the bot at work. */
export interface WhatIf {
  /** The policy in force as it was written: YAML. */
  policyText: string
  /** The mind that serves, and the same one under another policy. */
  minds(proposed: Policy): PolicyPair
}

const asked = z.strictObject({
  policy: z.string().max(100_000),
  from: z.string().optional(),
  to: z.string().optional(),
})

/** The policy in force, and what another one would have decided. Nothing here changes anything. */
export function policyRoutes(
  guard: Guard,
  store: Store,
  clock: Clock,
  timeZone: () => string,
  { policyText, minds }: WhatIf,
): Route[] {
  // It keeps one processor busy; two at a time would take it from the customers.
  let isRunning = false
  return [
    {
      method: 'GET',
      path: '/api/policy',
      async handle(request) {
        await guard.enter(request, 'The policy', MANAGERS)
        return ok({ text: policyText, timeZone: timeZone() } satisfies PolicyInForce)
      },
    },
    {
      method: 'POST',
      path: '/api/policy/replay',
      async handle(request) {
        await guard.enter(request, 'Comparing policies', MANAGERS)
        const mend = 'Send {policy} as YAML, and from and to as YYYY-MM-DD or not at all.'
        const { policy, from, to } = parseBody(asked, request.body, mend)
        const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
        const range = reportRange(days, clock.now(), timeZone())
        const proposed = parsePolicy(policy, 'policy.yaml')
        if (isRunning) throw new CandorError('REPLAY_RUNNING')
        isRunning = true
        try {
          return ok(await replayPolicy(store, minds(proposed), range))
        } finally {
          isRunning = false
        }
      },
    },
  ]
}
