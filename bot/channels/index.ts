export { type Caller, type DirectLine, directLine } from './direct-line/direct-line.ts'
export { directLineTokens } from './direct-line/tokens.ts'
