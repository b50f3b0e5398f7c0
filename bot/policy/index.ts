export { loadPolicy, type Policy, parsePolicy, readPolicy, type WrittenPolicy } from './policy.ts'
export { type CustomerFacts, segmentOf } from './segment-of.ts'
