export { fisherExact } from './fisher-exact.ts'
export { type GuardVerdict, turnsForLook, type WatchedRate, watchModel } from './watch-model.ts'
