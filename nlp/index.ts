/**
 * The front door of understanding. Everything here is pure: no I/O, no clock.
 * `natural` and `compromise` are used below this folder only.
 */
export {}
export * from './gap/index.ts'
