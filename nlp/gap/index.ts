export * from './belief.ts'
export * from './estimate-gap.ts'
export * from './signals.ts'
