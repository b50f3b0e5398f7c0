import type { Customer, EscalationOutcome, ResolvedBy, SurveyResponse, TrustEvent } from '../domain/index.ts'

/** The end of a conversation, as its customer's history tells it. */
export interface EndedConversation {
  conversationId: string
  endedAt: number
  endedBy: ResolvedBy['kind']
  /** How the agent ended it, when one did. */
  verdict?: EscalationOutcome
  agentName?: string
  need?: string
  rating?: SurveyResponse['rating']
}

export interface CustomerStore {
  get(id: string): Promise<Customer | undefined>
  /** The ledger, oldest first. */
  trustEvents(customerId: string): Promise<TrustEvent[]>
  /** How the customer's conversations ended, the latest first; one that was reopened ended more than once. */
  ended(customerId: string, limit: number): Promise<EndedConversation[]>
}
