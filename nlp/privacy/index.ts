export {
  findPersonalData,
  PERSONAL_KINDS,
  type PersonalKind,
  type PersonalSpan,
  redact,
  withoutPlaceholders,
} from './redact.ts'
