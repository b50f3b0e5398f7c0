export { findPersonalData } from './find-personal-data.ts'
export { withoutPlaceholders } from './placeholders.ts'
export { redact } from './redact.ts'
export { PERSONAL_KINDS, type PersonalKind, type PersonalSpan } from './span.ts'
