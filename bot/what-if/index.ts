export { type ComparedTurn, compareConversation } from './compare-conversation.ts'
export type { PolicyPair } from './decide-anew.ts'
export { type ReplayOptions, replayPolicy } from './replay-policy.ts'
export { type Truth, truthOf } from './truth.ts'
