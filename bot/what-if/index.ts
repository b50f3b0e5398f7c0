export type { PolicyPair } from './decide-anew.ts'
export { type ReplayOptions, replayPolicy } from './replay-policy.ts'
