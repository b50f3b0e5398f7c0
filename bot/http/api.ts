/**
 * The types of everything the pages exchange with the server, as JSON. The pages import nothing else of the server.
 * Times are epoch milliseconds; shares, gaps and trust are 0..1.
 */

export type * from './api/basics.ts'
export type * from './api/chat.ts'
export type * from './api/checks.ts'
export type * from './api/customer.ts'
export type * from './api/dashboard.ts'
export type * from './api/desk.ts'
export type * from './api/gap.ts'
export type * from './api/goodwill.ts'
export type * from './api/learning.ts'
export type * from './api/policy.ts'
export type * from './api/promises.ts'
export type * from './api/review.ts'
export type * from './api/satisfaction.ts'
export type * from './api/service.ts'
export type * from './api/session.ts'
export type * from './api/survey.ts'
export type * from './api/transparency.ts'
export type * from './api/trust-dynamics.ts'
export type * from './api/trust-fit.ts'
export type * from './api/trust-groups.ts'
