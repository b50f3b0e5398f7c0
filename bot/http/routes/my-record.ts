import { z } from 'zod'
import { CandorError, type Clock } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { MyTrust } from '../api.ts'
import { parseBody } from '../parse-body.ts'
import { type HttpRequest, ok, type Route } from '../route.ts'

export interface MyRecord {
  /** @returns the customer's id. @throws CandorError TOKEN_INVALID, TOKEN_EXPIRED */
  verifyCustomerKey(key: string): Promise<string>
  read(customerId: string): Promise<MyTrust>
  store: Pick<Store, 'customers'>
  clock: Clock
}

const wishSchema = z.strictObject({ ask: z.boolean() })

/**
 * A customer's own record, GET /api/my/trust, and whether they are asked how it went, POST /api/my/surveys. Both want the
 * customer's key as bearer, which the chat of that customer alone was given: whoever has it is that customer, and no cookie
 * is involved that another site could misuse.
 */
export function myRecordRoutes({ verifyCustomerKey, read, store, clock }: MyRecord): Route[] {
  async function customerOf({ headers }: HttpRequest): Promise<string> {
    const key = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
    if (key === undefined) throw new CandorError('TOKEN_MISSING')
    return verifyCustomerKey(key)
  }
  return [
    {
      method: 'GET',
      path: '/api/my/trust',
      handle: async (request) => ok(await read(await customerOf(request))),
    },
    {
      method: 'POST',
      path: '/api/my/surveys',
      async handle(request) {
        const customerId = await customerOf(request)
        const { ask } = parseBody(wishSchema, request.body, 'Send {"ask": true} or {"ask": false}.')
        if (!(await store.customers.get(customerId))) throw new CandorError('CUSTOMER_UNKNOWN', { id: customerId })
        await store.customers.setSurveyConsent(customerId, { kind: ask ? 'given' : 'refused', at: clock.now() })
        return ok(await read(customerId))
      },
    },
  ]
}
