import type { Channel, CsatAnswer, Decision, EscalationOutcome, InformationGap, ResolvedBy } from '../domain/index.ts'
import type { Period } from './period.ts'

/** One episode of a conversation, from its opening or reopening to its end, with what the record tells of it. */
export interface EndedEpisode {
  conversationId: string
  channel: Channel
  /** Of its end among all ends: rises in the order of writing. */
  number: number
  endedAt: number
  endedBy: ResolvedBy['kind']
  /** When the episode before it ended, if any. The turns after that and up to `endedAt` are this episode's. */
  previousEndAt?: number
  /** The answer to the CSAT survey that was sent at its end. */
  response?: CsatAnswer
  /** How the agent ended it, when one did. */
  verdict?: EscalationOutcome
  /** When the customer wrote again. */
  reopenedAt?: number
  /** The bot's last turn in it. */
  lastTurn?: { decision: Decision; gapReasons: InformationGap['reasons'] }
  /** Whether an agent wrote after that turn and before the end. */
  agentWrote: boolean
}

export interface EpisodeStore {
  /**
   * The episodes that ended in a period, the latest first.
   * @param after the last one of the page before
   */
  ended(period: Period, limit: number, after?: Pick<EndedEpisode, 'endedAt' | 'number'>): Promise<EndedEpisode[]>
}
