export { type ExpectedGain, orderByGain, type Unlabelled } from './order-by-gain.ts'
