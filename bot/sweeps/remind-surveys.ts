import { type Clock, HOUR_MS, MINUTE_MS } from '../../domain/index.ts'
import type { Store } from '../../store/index.ts'
import type { Policy } from '../policy/index.ts'
import type { ConversationService } from '../turn/conversation-service.ts'
import type { Sweep } from './run-sweeps.ts'

const AT_ONCE = 100

/** Reminds customers once of a survey that they left open, where the policy wants it. */
export function remindSurveys(
  store: Pick<Store, 'surveys'>,
  conversations: Pick<ConversationService, 'remindOfSurvey'>,
  clock: Clock,
  policy: () => Pick<Policy, 'survey' | 'conversation'>,
): Sweep {
  return {
    name: 'remind-surveys',
    everyMs: MINUTE_MS,
    async run() {
      const { survey, conversation } = policy()
      if (survey.remindAfterHours === 0) return 0
      const now = clock.now()
      const sentBefore = now - survey.remindAfterHours * HOUR_MS
      const quietSince = now - conversation.idleMinutes * MINUTE_MS
      let reminded = 0
      for (const open of await store.surveys.toRemind({ now, sentBefore, quietSince }, AT_ONCE)) {
        if (await conversations.remindOfSurvey(open)) reminded++
      }
      return reminded
    },
  }
}
