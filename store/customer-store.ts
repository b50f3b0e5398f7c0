import type {
  CsatRating,
  Customer,
  EscalationOutcome,
  ResolvedBy,
  Survey,
  SurveyConsent,
  SurveyResponse,
  TrustEvent,
} from '../domain/index.ts'

/** The end of a conversation, as its customer's history tells it. */
export interface EndedConversation {
  conversationId: string
  endedAt: number
  endedBy: ResolvedBy['kind']
  /** How the agent ended it, when one did. */
  verdict?: EscalationOutcome
  agentName?: string
  need?: string
  rating?: CsatRating
}

export interface CustomerStore {
  get(id: string): Promise<Customer | undefined>
  /** Notes what the customer says of surveys; of one who is not known, nothing. */
  setSurveyConsent(id: string, consent: SurveyConsent): Promise<void>
  /** The ledger, oldest first. */
  trustEvents(customerId: string): Promise<TrustEvent[]>
  /**
   * The ledgers of the next customers who have one, each oldest first, in an order of the store's own.
   * @param after id of the last customer read before
   */
  ledgers(limit: number, after?: string): Promise<{ customerId: string; ledger: TrustEvent[] }[]>
  /** How the customer's conversations ended, the latest first; one that was reopened ended more than once. */
  ended(customerId: string, limit: number): Promise<EndedConversation[]>
  /** What the customer was asked, the latest first, with their answers. */
  surveys(customerId: string, limit: number): Promise<{ survey: Survey; response?: SurveyResponse }[]>
  /** Whether the agent has ever served the customer, or serves them now. */
  hasServed(agentId: string, customerId: string): Promise<boolean>
}
