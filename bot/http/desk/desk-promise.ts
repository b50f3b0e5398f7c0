import { type Agent, type CompanyPromise, isSupervisor, isToBeKept, promiseState } from '../../../domain/index.ts'
import { customerName } from '../../escalation/customer-name.ts'
import type { DeskPromise } from '../api.ts'

/** Who looks at promises, when, and how the agents are called who see to them. */
export interface PromiseView {
  viewer: Agent
  agents: ReadonlyMap<string, Agent>
  now: number
}

/** A promise as the desk shows it. `name`: the customer's, if the channel gives one. */
export function deskPromise(
  promise: CompanyPromise,
  name: string | undefined,
  { viewer, agents, now }: PromiseView,
): DeskPromise {
  const { id, conversationId, customerId, kind, what, madeBy, madeAt, dueAt, movedTo, contact, ownerId, toldBy } =
    promise
  const state = promiseState(promise, now)
  const mine = ownerId === viewer.id
  return {
    id,
    conversationId,
    customerName: customerName(name, customerId),
    kind,
    ...(what !== undefined && { what }),
    madeBy: madeBy.kind,
    madeAt,
    dueAt,
    ...(movedTo !== undefined && { movedTo }),
    ...(contact !== undefined && { contact }),
    overdue: state === 'overdue',
    state,
    ...(ownerId !== undefined && { owner: { agentId: ownerId, name: agents.get(ownerId)?.name ?? '' } }),
    mine,
    toldBy,
    asked: promise.askedAt !== undefined,
    reminded: promise.remindedAt !== undefined,
    mayAct: kind === 'deed' && (mine || ownerId === undefined || isSupervisor(viewer)),
  }
}

/** Of any promises those to one customer that are still to be kept, in whichever conversation they were made, the first due first. */
export function deskPromisesOf(
  customerId: string,
  promises: readonly CompanyPromise[],
  name: string | undefined,
  view: PromiseView,
): DeskPromise[] {
  return promises
    .filter((promise) => promise.customerId === customerId && isToBeKept(promise))
    .sort((a, b) => a.dueAt - b.dueAt)
    .map((promise) => deskPromise(promise, name, view))
}
