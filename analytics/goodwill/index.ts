export { type GoodwillCase, type GoodwillEffect, type GroupDifference, goodwillEffect } from './effect.ts'
export { type ComplaintRecord, type HonestyPolicy, honesty, type Sign } from './honesty.ts'
export { trustChange } from './trust-change.ts'
