export { hoursOf } from './hours-of.ts'
export { loadPolicy, type Policy, parsePolicy, readPolicy, type WrittenPolicy } from './policy.ts'
export { queueFor } from './queue-for.ts'
export { asksForTrust, type CustomerFacts, segmentOf } from './segment-of.ts'
