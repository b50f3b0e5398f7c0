export { GoodwillKeeper } from './goodwill-keeper.ts'
export { buildGoodwillReport } from './goodwill-report.ts'
export { priorityOf } from './treated.ts'
