export type { IntentGateReason, IntentVerdict, SuiteFigures } from './verdict.ts'
