export {
  type ClockTime,
  DEADLINE_UNITS,
  type DeadlineDay,
  type DeadlineUnit,
  type PromiseDeadline,
} from './deadline.ts'
export { type FoundPromise, findPromises } from './find-promises.ts'
export { PROMISED_ACTIONS, type PromisedAction } from './promised-action.ts'
