import type { Customer } from '../../domain/index.ts'
import type { Policy } from '../policy/index.ts'

/** Whether a customer is asked how it went: as they said, else as the policy has it for who has said nothing. */
export function isAsked(
  { surveyConsent }: Pick<Customer, 'surveyConsent'>,
  { survey }: { survey: Pick<Policy['survey'], 'consent'> },
): boolean {
  return surveyConsent ? surveyConsent.kind === 'given' : survey.consent === 'opt-out'
}
