export {
  type ComparedFigure,
  type Comparison,
  compareMeans,
  compareShares,
  type Difference,
  shareFigure,
} from './before-after.ts'
export { LEARNING_DEFINITIONS } from './definitions.ts'
export { type Gained, gained, type PromotionSums } from './gained.ts'
export type { RatioSums } from './ratio-sums.ts'
