export { keptPriority, priorityOf } from './ahead.ts'
export { GoodwillKeeper } from './goodwill-keeper.ts'
export { buildGoodwillReport } from './goodwill-report.ts'
