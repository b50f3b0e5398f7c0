export { readCustomer } from './read-customer.ts'
export { readMyTrust } from './read-my-trust.ts'
