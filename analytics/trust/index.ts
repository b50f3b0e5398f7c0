export { fitTrust, RATINGS_FOR_A_FIT, ROWS_FOR_A_WEIGHT, type TrustFit } from './fit-trust.ts'
export { type Foretold, foretell, ledgerColumns, RATING_CAUSES, ratingSpread, type ToldRow } from './foretell.ts'
export { type HeldOutCustomer, proposeTrust, type TrustProposal } from './propose-trust.ts'
export * from './trust-score.ts'
