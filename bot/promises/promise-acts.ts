import type { Agent, CompanyPromise } from '../../domain/index.ts'

/** What an agent promises. */
export interface NewDeed {
  /** In the customer's language: it is told to them. */
  what: string
  /** Epoch milliseconds, later than now. */
  dueAt: number
  /** `seq` of the agent's message that says it; absent: it was said elsewhere, and the customer is told here. */
  seq?: number
  /** Who can tell whether it was done; staff unless it says otherwise. */
  toldBy?: CompanyPromise['toldBy']
}

/**
 * What agents do about promises, whoever has the conversation and whether or not it is closed. Every method resolves after
 * the commit with the promise as it is then.
 *
 * All but `makePromise` throw CandorError PROMISE_UNKNOWN, PROMISE_SETTLED where it has ended already, PROMISE_OF_OTHER
 * where a colleague sees to it (supervisors may), and PROMISE_TOLD_OTHERWISE for what settles itself.
 */
export interface PromiseActs {
  /**
   * The same words promised again by the same message are the same promise.
   * @throws CandorError CONVERSATION_UNKNOWN, CONVERSATION_TAKEN, PROMISE_NOT_SERVED where no agent has the conversation and
   *   this one has never served its customer (supervisors may), BODY_INVALID for a time that is past or too far away
   */
  makePromise(conversationId: string, agent: Agent, deed: NewDeed): Promise<CompanyPromise>
  promiseDone(promiseId: string, agent: Agent): Promise<CompanyPromise>
  /** It was not done after all. @throws CandorError PROMISE_CHANGED where nobody has said that it was */
  promiseNotDone(promiseId: string, agent: Agent): Promise<CompanyPromise>
  /** @param wish whose: on the customer's it counts neither way, on the company's it is broken */
  withdrawPromise(
    promiseId: string,
    agent: Agent,
    withdrawal: { reason: string; wish: 'customer' | 'company' },
  ): Promise<CompanyPromise>
  /**
   * The customer is told the new time; the first one goes on to decide whether it was kept.
   * @param move `was`: the time that the agent saw
   * @throws CandorError PROMISE_CHANGED, BODY_INVALID for a time that is no later than the first one
   */
  movePromise(promiseId: string, agent: Agent, move: { to: number; was: number }): Promise<CompanyPromise>
  /** @param from who saw to it when the agent looked; undefined: nobody. @throws CandorError PROMISE_CHANGED */
  takePromise(promiseId: string, agent: Agent, from: string | undefined): Promise<CompanyPromise>
}
