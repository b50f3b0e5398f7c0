export {
  type ClockTime,
  DEADLINE_UNITS,
  type DeadlineDay,
  type DeadlineUnit,
  type PromiseDeadline,
} from './deadline.ts'
export { type FoundPromise, findPromises } from './find-promises.ts'
export { PROMISE_FORMS, PROMISED_ACTIONS, type PromisedAction, type PromiseForm } from './promised-action.ts'
