export * from './interval.ts'
export * from './metrics/index.ts'
export * from './trust.ts'
