import { standing } from '../../analytics/index.ts'
import type { Survey, SurveyResponse, TrustCause, TrustEvent } from '../../domain/index.ts'
import type { Policy } from '../policy/index.ts'
import { type Happening, ledgerEntries } from '../trust/ledger-entry.ts'
import type { DraftContext } from '../turn/draft.ts'

/**
 * New rows of the trust ledger for an answer to a survey. Where it changes an earlier answer, they stand in for the rows of
 * that one; a row that would say the same is not written again.
 * @param ledger the customer's rows so far
 * @param earlier the answer that is changed, if any
 */
export function responseEvidence(
  survey: Survey,
  response: SurveyResponse,
  earlier: SurveyResponse | undefined,
  ledger: readonly TrustEvent[],
  policy: Policy['trust'],
  context: DraftContext,
): TrustEvent[] {
  const before = new Map(happenings(survey, earlier).map((one) => [kindOf(one.cause), one]))
  const changed = earlier ? rowsOf(survey, earlier, ledger) : []
  const happened = happenings(survey, response).flatMap((one): Happening[] => {
    const was = before.get(kindOf(one.cause))
    if (was && was.cause === one.cause && was.share === one.share) return []
    const replaces = changed.find(({ cause }) => kindOf(cause) === kindOf(one.cause))?.id
    return [{ ...one, ...(replaces !== undefined && { replaces }) }]
  })
  const { about, need, channel, customerId, conversationId } = survey
  const subject = {
    channel,
    ...(need !== undefined && { need }),
    ...(about.kind === 'agent' && { agentId: about.agentId }),
  }
  const newId = () => `${survey.id}:${context.newId()}`
  return ledgerEntries(ledger, happened, { customerId, conversationId, at: context.now, newId, subject }, policy)
}

/** The rows of a survey that nothing stands in for yet. */
function rowsOf(survey: Survey, earlier: SurveyResponse, ledger: readonly TrustEvent[]): TrustEvent[] {
  const inForce = standing(ledger, Number.POSITIVE_INFINITY)
  const own = inForce.filter(({ id }) => id.startsWith(`${survey.id}:`))
  if (own.length > 0) return own
  // Rows of older versions do not name the survey; they were written with its answer.
  const { conversationId } = survey
  return inForce.filter((row) => row.at === earlier.at && row.conversationId === conversationId)
}

function happenings({ form }: Survey, response: SurveyResponse | undefined): Happening[] {
  if (!response) return []
  const { rating, resolved, score } = response
  if (form === 'nps' && score !== undefined) return [{ cause: 'survey-recommend', share: score / 10 }]
  if (form === 'ces' && score !== undefined) return [{ cause: 'survey-effort', share: (score - 1) / 6 }]
  if (rating === undefined) return []
  const rated: Happening = { cause: 'survey-rating', share: (rating - 1) / 4 }
  if (resolved === undefined) return [rated]
  return [rated, { cause: resolved ? 'survey-resolved' : 'survey-unresolved' }]
}

/** Which rows can stand in for each other. */
function kindOf(cause: TrustCause): TrustCause {
  return cause === 'survey-unresolved' ? 'survey-resolved' : cause
}
