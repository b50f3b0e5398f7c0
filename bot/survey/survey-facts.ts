import type { Conversation } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { AskedBefore } from './survey-to-send.ts'

/** What has to be known of a customer and a conversation before they are asked how it went. */
export interface SurveyFacts extends AskedBefore {
  /** Messages of the customer that are stored, without answers to surveys. */
  customerMessages: number
}

export const NEVER_ASKED: SurveyFacts = { asked: [], customerMessages: 0 }

export async function surveyFacts(
  { customers, surveys }: Pick<Store, 'customers' | 'surveys'>,
  { id, customerId }: Pick<Conversation, 'id' | 'customerId'>,
): Promise<SurveyFacts> {
  const [customer, asked, customerMessages] = await Promise.all([
    customers.get(customerId),
    surveys.lastAsked(customerId),
    surveys.customerMessages(id),
  ])
  return { asked, customerMessages, ...(customer?.surveyConsent && { consent: customer.surveyConsent }) }
}
