export { loadPolicy, type Policy, parsePolicy } from './policy.ts'
export { type CustomerFacts, segmentOf } from './segment-of.ts'
