export * from './belief.ts'
export * from './estimate-gap.ts'
export * from './satisfaction/index.ts'
export * from './signals.ts'
