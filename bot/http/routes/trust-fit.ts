import { z } from 'zod'
import type { Clock } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import { decidePolicyTry } from '../../learning/index.ts'
import type { Policy } from '../../policy/index.ts'
import { buildTrustFitReport } from '../../report/trust-fit.ts'
import { parseBody } from '../parse-body.ts'
import { type HttpRequest, ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'

export interface TrustFitOptions {
  store: Pick<Store, 'settings' | 'people' | 'audit'>
  /** The policy as its file has it. */
  written: Policy
  inForce(): Policy
  /** Called when a manager has decided: what serves may be other figures now. */
  decided(): Promise<unknown>
  clock: Clock
  newId(): string
}

const said = z.strictObject({ as: z.enum(['taken', 'declined', 'reverted']) })
const MEND = 'Send {as: "taken" | "declined" | "reverted"}.'

/** What evidence of trust is worth by the company's own ledgers, and what managers decide about it. */
export function trustFitRoutes(guard: Guard, options: TrustFitOptions): Route[] {
  const { store, written, inForce, decided, clock, newId } = options
  const enter = (request: HttpRequest) => guard.enter(request, 'The page on trust', MANAGERS)
  const report = async () => ok(await buildTrustFitReport(store, written, inForce()))
  return [
    {
      method: 'GET',
      path: '/api/trust/fit',
      async handle(request) {
        await enter(request)
        return report()
      },
    },
    {
      method: 'POST',
      path: '/api/trust/fit/:id',
      async handle(request) {
        const { agent } = await enter(request)
        const { as } = parseBody(said, request.body, MEND)
        const decision = { as, at: clock.now(), by: agent.id }
        await decidePolicyTry(request.params.id ?? '', { store, kind: 'trust', written, decision, newId })
        await decided()
        return report()
      },
    },
  ]
}
