export { ENOUGH_LIST_CASES } from './in-force.ts'
export { isGuaranteed } from './is-guaranteed.ts'
export { keepAssurance } from './keep-assurance.ts'
export { type Checked, type RandomCheck, randomCheck, type StateOfPromise, type ToCheck } from './random-check.ts'
