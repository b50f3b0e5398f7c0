export * from './gap-report.ts'
export { openStore } from './open-store.ts'
export * from './store.ts'
