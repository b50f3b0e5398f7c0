export { loadPolicy, type Policy, parsePolicy } from './policy.ts'
